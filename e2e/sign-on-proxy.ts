import { createServer, request as ask, type RequestListener, type Server } from "node:http";
import { campaignBody, someCalls } from "#service/testing/campaign-body.ts";
import { json, startUpstream } from "#service/testing/upstream.ts";
import { acme, everySecond, startHost, test as base } from "./fixtures.ts";

/** A reverse proxy that signs people in at another origin, as a company's single sign-on does. */
export type SignOnProxy = {
  /** Where people reach Callboard; ends in a slash. */
  url: string;
  /** The origin of its sign-in page. */
  signOn: string;
  /** How it answers whoever is not signed in, and whether that is the case. */
  answers(how: "lets through" | "redirects" | "refuses" | "answers itself"): void;
  /** Whom it names to Callboard from now on. */
  names(user: string): void;
  close(): Promise<void>;
};

async function listenOnAnyPort(listener: RequestListener): Promise<{ server: Server; origin: string }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port.");
  return { server, origin: `http://127.0.0.1:${address.port}` };
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

/** Starts a proxy before `target`, which knows it by `secret`. Everybody is let through, as `user`, until it is told otherwise. */
async function startSignOnProxy({ target, secret, user: first }: { target: string; secret: string; user: string }): Promise<SignOnProxy> {
  let user = first;
  let how: Parameters<SignOnProxy["answers"]>[0] = "lets through";
  const signIn = await listenOnAnyPort((incoming, outgoing) => {
    const { searchParams } = new URL(incoming.url ?? "/", "http://127.0.0.1");
    how = "lets through";
    outgoing.writeHead(200, { "content-type": "text/html" }).end(`<title>Sign-on</title><h1>Signed in</h1><a href="${encodeURI(searchParams.get("back") ?? "/")}">Go on</a>`);
  });
  const proxy = await listenOnAnyPort((incoming, outgoing) => {
    const { url = "/", method, headers } = incoming;
    if (how === "redirects") return void outgoing.writeHead(302, { location: `${signIn.origin}/?back=${encodeURIComponent(proxy.origin + url)}` }).end();
    if (how === "refuses") return void outgoing.writeHead(401, { "content-type": "text/html" }).end("<h1>Sign in</h1>");
    if (how === "answers itself") return void outgoing.writeHead(200, { "content-type": "text/html" }).end('<script src="/assets/sign-in.js"></script><h1>Sign in</h1>');
    const passed = ask(new URL(url, target), { method, headers: { ...headers, "callboard-proxy-secret": secret, "x-forwarded-user": user } }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on("error", () => outgoing.destroy());
    incoming.pipe(passed);
  });
  return {
    url: `${proxy.origin}/`,
    signOn: signIn.origin,
    answers: (next) => void (how = next),
    names: (next) => void (user = next),
    close: async () => void (await Promise.all([close(proxy.server), close(signIn.server)])),
  };
}

const secret = "0kq9S2vXw7Lr4TzB6mYd1HnC8fJpE3aG";

/** A host in access mode `proxy`, behind such a proxy, that reads a platform of 20 calls every second. */
export const test = base.extend<object, { proxied: SignOnProxy }>({
  proxied: [
    async ({}, use) => {
      const platform = await startUpstream(json(200, campaignBody(someCalls(20))));
      const { configuration, env } = acme(platform.baseUrl, "talq_test");
      const access = { mode: "proxy", proxySecret: { env: "PROXY_SECRET" }, grants: [{ users: ["ada"], campaigns: { acme: ["*"] }, numbers: "full" }] };
      const host = await startHost({ ...configuration, ...everySecond, access, trustedProxies: ["127.0.0.1"] }, { ...env, PROXY_SECRET: secret });
      const proxy = await startSignOnProxy({ target: host.url, secret, user: "ada" });
      await use(proxy);
      await proxy.close();
      await host.stop();
      await platform.close();
    },
    { scope: "worker" },
  ],
});

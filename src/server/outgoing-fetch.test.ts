import { readFileSync } from "node:fs";
import { createServer as createProxy } from "node:http";
import { createServer as createTls } from "node:https";
import { type AddressInfo, connect, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { bytes, json, startUpstream } from "#service/testing/upstream.ts";
import { outgoingFetch } from "./outgoing-fetch.ts";

/** Key and certificate of "127.0.0.1", signed by itself. */
const selfSigned = readFileSync(new URL("./testing/self-signed.pem", import.meta.url), "utf8");
const direct = { extraCa: undefined, proxyUrl: undefined };

const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).toReversed()) await end();
});

function outgoing(route: Parameters<typeof outgoingFetch>[0]): ReturnType<typeof outgoingFetch>["fetch"] {
  const { fetch, close } = outgoingFetch(route);
  ending.push(close);
  return fetch;
}

async function port(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  ending.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

async function platform(...[handler]: Parameters<typeof startUpstream>): ReturnType<typeof startUpstream> {
  const upstream = await startUpstream(handler);
  ending.push(upstream.close);
  return upstream;
}

test("headers go out, status, headers and body come back", async () => {
  const { baseUrl, requests } = await platform(json(429, { a: 1 }, { "retry-after": "7" }));
  const response = await outgoing(direct)(`${baseUrl}/x?y=1`, { method: "GET", headers: { authorization: "Bearer t" } });
  expect(requests).toMatchObject([{ method: "GET", url: "/x?y=1", authorization: "Bearer t" }]);
  expect(response).toBeInstanceOf(Response);
  expect([response.status, response.headers.get("retry-after"), await response.json()]).toEqual([429, "7", { a: 1 }]);
});

test("a body goes out as it is", async () => {
  const { baseUrl, requests } = await platform((request, response) => {
    request.on("end", () => response.end("{}"));
  });
  await outgoing(direct)(baseUrl, { method: "POST", headers: { "content-type": "application/json" }, body: '{"page":1}' });
  expect(requests).toMatchObject([{ method: "POST", body: '{"page":1}', headers: { "content-type": "application/json" } }]);
});

test.each([204, 304])("a %i has no body", async (status) => {
  const { baseUrl } = await platform(bytes(status, "", {}));
  expect((await outgoing(direct)(baseUrl, {})).body).toBeNull();
});

test("a redirect is handed back, not followed", async () => {
  const { baseUrl, requests } = await platform(bytes(302, "", { location: "/elsewhere" }));
  expect((await outgoing(direct)(baseUrl, {})).status).toBe(302);
  expect(requests).toHaveLength(1);
});

test("the signal ends a body that stalls", async () => {
  const { baseUrl } = await platform((_, response) => {
    response.writeHead(200, { "content-type": "application/json" }).write("{");
  });
  const response = await outgoing(direct)(baseUrl, { signal: AbortSignal.timeout(200) });
  await expect(response.text()).rejects.toThrow(/timeout/);
});

test("a body that breaks off fails", async () => {
  const { baseUrl } = await platform((_, response) => {
    response.writeHead(200, { "content-length": "100" }).write("{", () => response.socket?.destroy());
  });
  const response = await outgoing(direct)(baseUrl, {});
  await expect(response.text()).rejects.toThrow();
});

test("a certificate is trusted where the operator says so, and only there", async () => {
  const server = createTls({ key: selfSigned, cert: selfSigned }, (_, response) => response.end("hello"));
  const url = `https://127.0.0.1:${await port(server)}/`;
  await expect(outgoing(direct)(url, {})).rejects.toMatchObject({ cause: { code: "DEPTH_ZERO_SELF_SIGNED_CERT" } });
  expect(await (await outgoing({ ...direct, extraCa: selfSigned })(url, {})).text()).toBe("hello");
});

test("requests go through the proxy, which hears its password and not the credential", async () => {
  const { baseUrl, requests } = await platform(json(200, {}));
  const heard: unknown[] = [];
  const proxy = createProxy().on("connect", (request, socket) => {
    heard.push([request.url, request.headers["proxy-authorization"], request.headers.authorization]);
    const { hostname, port: to } = new URL(`http://${request.url}`);
    const through = connect(Number(to), hostname, () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      through.pipe(socket).pipe(through);
    });
  });
  const proxyUrl = `http://user:password@127.0.0.1:${await port(proxy)}`;
  expect((await outgoing({ ...direct, proxyUrl })(baseUrl, { headers: { authorization: "Bearer t" } })).status).toBe(200);
  expect(heard).toEqual([[new URL(baseUrl).host, `Basic ${btoa("user:password")}`, undefined]]);
  expect(requests).toHaveLength(1);
});

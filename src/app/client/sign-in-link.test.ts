import { afterEach, expect, test, vi } from "vitest";
import { linkOf, linkOfPaste } from "./sign-in-link.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

test("a link holds a code and may say where to go", () => {
  expect(linkOf("#code=aB-_9.z~")).toEqual({ code: "aB-_9.z~", to: undefined });
  expect(linkOf("#code=x1&to=%2Fc%2Facme%2Fc1%3Foutcome%3Dfailed")).toEqual({ code: "x1", to: "/c/acme/c1?outcome=failed" });
});

test.each(["", "#", "#code=", "#to=%2F", "#calls"])("%j holds none", (fragment) => {
  expect(linkOf(fragment)).toBeUndefined();
});

test("what is pasted is a link or its code, with blanks around it", () => {
  expect(linkOfPaste(" https://callboard.example/sign-in#code=x1&to=%2Fc%2Fa%2Fb \n")).toEqual({ code: "x1", to: "/c/a/b" });
  expect(linkOfPaste("x1_-.~")).toEqual({ code: "x1_-.~", to: undefined });
  expect(["", "https://callboard.example/sign-in", "https://callboard.example/#calls", "two words"].map(linkOfPaste)).toEqual([undefined, undefined, undefined, undefined]);
});

/** A page of the Node host at this address. */
async function openPage(href: string) {
  const url = new URL(href);
  const replaced: string[] = [];
  const heard: (() => void)[] = [];
  const page = {
    location: url,
    history: {
      state: null,
      pushState: () => {},
      replaceState: (_state: unknown, _title: string, to: string) => {
        replaced.push(to);
        url.href = new URL(to, url).href;
      },
    },
    addEventListener: (type: string, listener: () => void) => void (type === "hashchange" && heard.push(listener)),
    scrollTo: () => {},
  };
  vi.stubGlobal("window", page);
  vi.stubGlobal("document", { querySelector: () => ({ getAttribute: () => "node" }) });
  vi.resetModules();
  const { takeSignInFragment } = await import("./sign-in-fragment.ts");
  const { sharedAddress } = await import("./address.ts");
  takeSignInFragment(page as unknown as Window);
  return { url, replaced, sharedAddress, paste: (hash: string) => ((url.hash = hash), heard.forEach((hear) => hear())) };
}

test("[threat: viewer token leakage] the code leaves the address at once, in place of the entry that held it", async () => {
  const { url, replaced } = await openPage("https://callboard.example/sign-in#code=secret&to=%2Fc%2Fa%2Fb");
  expect(replaced).toEqual(["/sign-in"]);
  expect(url.href).toBe("https://callboard.example/sign-in");
});

test("[threat: viewer token leakage] one pasted into the address of the open page does, too", async () => {
  const { url, paste, sharedAddress } = await openPage("https://callboard.example/sign-in");
  paste("#code=secret");
  expect(url.href).toBe("https://callboard.example/sign-in");
  expect(sharedAddress()).toBe("/sign-in");
});

test("a fragment of another page is left alone", async () => {
  const { url, replaced } = await openPage("https://callboard.example/c/acme/c1#calls");
  expect(replaced).toEqual([]);
  expect(url.hash).toBe("#calls");
});

test("[threat: viewer token leakage] the code of a frame that was handed over leaves its address too, and nothing else of it does", async () => {
  const { url, replaced } = await openPage("https://callboard.example/embed/acme/c1?via=handoff&theme=dark#code=secret");
  expect(replaced).toEqual(["/embed/acme/c1?via=handoff&theme=dark"]);
  expect(url.hash).toBe("");
  expect((await openPage("https://callboard.example/embed/acme/c1#contact=4155550134")).replaced).toEqual([]);
});

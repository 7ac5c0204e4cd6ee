import { expect, test } from "vitest";
import { takeContact } from "./taken-contact.ts";

/** A page at an address, and what is left of that address. */
function pageAt(address: string) {
  const url = new URL(address, "https://callboard.example");
  const page = {
    location: { pathname: url.pathname, search: url.search, hash: url.hash } as Location,
    history: { state: null, replaceState: (_: unknown, __: string, next: string) => void (left = next) } as unknown as History,
  };
  let left = url.pathname + url.search + url.hash;
  const contact = takeContact(page);
  return { contact, left };
}

test("a contact is taken out of the address, wherever in it it stands, and the rest stays", () => {
  expect(pageAt("/embed/acme/c1?contact=%2B14155550134")).toEqual({ contact: "+14155550134", left: "/embed/acme/c1" });
  expect(pageAt("/embed/acme/c1?theme=dark&contact=+14155550134&host=https%3A%2F%2Fcrm.example")).toEqual({ contact: "+14155550134", left: "/embed/acme/c1?theme=dark&host=https%3A%2F%2Fcrm.example" });
  expect(pageAt("/embed/acme/c1?theme=dark#contact=4155550134")).toEqual({ contact: "4155550134", left: "/embed/acme/c1?theme=dark" });
  expect(pageAt("/index.html#/embed/acme/c1?contact=(415)%20555-0134&theme=dark")).toEqual({ contact: "(415) 555-0134", left: "/index.html#/embed/acme/c1?theme=dark" });
  expect(pageAt("/embed/acme/c1?contact=1&contact=2#contact=3")).toEqual({ contact: "1", left: "/embed/acme/c1" });
});

test("an address without one is left as it is", () => {
  for (const address of ["/embed/acme/c1", "/embed/acme/c1?host=x", "/#/embed/acme/c1?theme=dark", "/embed/acme/c1#here"]) expect(pageAt(address)).toEqual({ contact: undefined, left: address });
  expect(pageAt("/embed/acme/c1?contact=")).toEqual({ contact: undefined, left: "/embed/acme/c1" });
});

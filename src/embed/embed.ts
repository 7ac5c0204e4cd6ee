import { mount } from "./mount.ts";

/* The script is loaded as it stands, from one address: what it offers is one global name. */
const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : undefined;

globalThis.Callboard = { mount: (element, options) => mount(element, options, script) };

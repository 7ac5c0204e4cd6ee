import manifest from "../../package.json" with { type: "json" };

/** As in package.json, put in when the host is built. */
export const { version } = manifest;

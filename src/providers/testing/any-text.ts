import fc from "fast-check";

/** Texts of every kind: all of Unicode, half surrogate pairs, and what means something in a URL or a header. */
export const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("/", "..", "%", "?", "#", "&", "=", "\\", "\r\n", "\0", " ", "\uD83D", "ä", "a") }),
);

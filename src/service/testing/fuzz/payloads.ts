import fc from "fast-check";
import { mutatedBody } from "#providers/testing/mutations.ts";
import { mostBodyBytes } from "./platforms.ts";
import { textMutation } from "./text-mutations.ts";

/** A body as a platform might send it: what it is, and its bytes. */
export type Payload = { kind: string; bytes: Uint8Array };

const encoder = new TextEncoder();

/** Bytes that no UTF-8 text holds, and some that end or begin one too early. */
const strayBytes: readonly (readonly number[])[] = [
  [0xff], [0xfe, 0xff], [0x80], [0xc0, 0x80], [0xc3], [0xe2, 0x82], [0xed, 0xa0, 0x80], [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80],
  [0xf4, 0x90, 0x80, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80], [0x00], [0x1f], [0x7f], [0xef, 0xbb, 0xbf], [0x22], [0x5c], [0x7b], [0x5d], [0x2c],
];

type ByteMutation = { kind: string; apply: (bytes: Uint8Array, donor: Uint8Array) => Uint8Array };

function spliced(bytes: Uint8Array, at: number, dropped: number, inserted: Uint8Array | readonly number[]): Uint8Array {
  const end = Math.min(bytes.length, at + dropped);
  const whole = new Uint8Array(at + inserted.length + bytes.length - end);
  whole.set(bytes.subarray(0, at));
  whole.set(inserted, at);
  whole.set(bytes.subarray(end), at + inserted.length);
  return whole;
}

/** A share of a length: where something is done to a body whose length is not known yet. */
const share = fc.double({ min: 0, max: 1, noNaN: true });
const placeAt = (where: number, { length }: { length: number }): number => Math.min(length, Math.floor(where * (length + 1)));

const byteMutation: fc.Arbitrary<ByteMutation> = fc.oneof(
  fc.array(fc.tuple(share, fc.nat(7)), { minLength: 1, maxLength: 8 }).map((flips): ByteMutation => ({
    kind: "bits flipped",
    apply: (bytes) => {
      const flipped = bytes.slice();
      for (const [where, bit] of flips) {
        const at = placeAt(where, flipped);
        if (at < flipped.length) flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
      }
      return flipped;
    },
  })),
  fc.tuple(share, fc.constantFrom(...strayBytes), fc.nat(3)).map(([where, stray, dropped]): ByteMutation => ({ kind: "stray bytes", apply: (bytes) => spliced(bytes, placeAt(where, bytes), dropped, stray) })),
  share.map((where): ByteMutation => ({ kind: "cut off", apply: (bytes) => bytes.slice(0, placeAt(where, bytes)) })),
  fc.tuple(share, share).map(([head, tail]): ByteMutation => ({ kind: "parts of two", apply: (bytes, donor) => spliced(bytes, placeAt(head, bytes), bytes.length, donor.subarray(placeAt(tail, donor))) })),
  fc.tuple(share, share, share).map(([into, from, to]): ByteMutation => ({
    kind: "a stretch of another",
    apply: (bytes, donor) => spliced(bytes, placeAt(into, bytes), 0, donor.subarray(placeAt(Math.min(from, to), donor), placeAt(Math.max(from, to), donor))),
  })),
  fc.constantFrom<ByteMutation>(
    { kind: "byte order mark", apply: (bytes) => spliced(bytes, 0, 0, [0xef, 0xbb, 0xbf]) },
    { kind: "UTF-16", apply: (bytes) => Uint8Array.from([...bytes].flatMap((byte) => [byte, 0])) },
    { kind: "twice", apply: (bytes) => spliced(bytes, bytes.length, 0, bytes) },
    { kind: "empty", apply: () => new Uint8Array() },
  ),
);

/** A body mutated as a value, as a text and as bytes: each of them now and then. */
export function payloadOf(good: unknown, others: readonly unknown[]): fc.Arbitrary<Payload> {
  const value = fc.oneof({ weight: 2, arbitrary: mutatedBody(good) }, { weight: 1, arbitrary: fc.constant(good) });
  const donor = fc.constantFrom(...others.map((other) => encoder.encode(JSON.stringify(other))));
  const texts = fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 3, arbitrary: fc.array(textMutation, { minLength: 1, maxLength: 3 }) });
  const bytes = fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(byteMutation, { minLength: 1, maxLength: 2 }) });
  return fc.tuple(value, texts, bytes, donor).map(([body, ofText, ofBytes, another]) => {
    // A number or word alone has no text in JSON only where it is not there at all.
    const text = ofText.reduce((whole, { apply }) => apply(whole), JSON.stringify(body) ?? "");
    const whole = ofBytes.reduce<Uint8Array>((some, { apply }) => apply(some, another), encoder.encode(text));
    const kind = [...ofText, ...ofBytes].map((mutation) => mutation.kind).join(", ") || "values";
    return { kind, bytes: whole.length > mostBodyBytes + 1_000 ? whole.slice(0, mostBodyBytes + 1_000) : whole };
  });
}

import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Packing } from "#service/ports.ts";

const gzipBytes = promisify(gzip);

/** gzip off this thread, kept for as long as somebody keeps the bytes it was made of. */
export function gzipOnce(): Packing {
  const begun = new WeakMap<Uint8Array, Promise<Uint8Array<ArrayBuffer>>>();
  const done = new WeakMap<Uint8Array, Uint8Array<ArrayBuffer>>();
  const begin = async (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
    const packed = new Uint8Array(await gzipBytes(bytes));
    done.set(bytes, packed);
    return packed;
  };
  return {
    atHand: (bytes) => done.get(bytes),
    pack(bytes) {
      const packing = begun.get(bytes) ?? begin(bytes);
      begun.set(bytes, packing);
      return packing;
    },
  };
}

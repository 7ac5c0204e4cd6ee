import { expect, test } from "vitest";
import { smallJson } from "./small-json.ts";

/** A question whose body is a stream: Node wants to be told that it is sent before the answer comes. */
function streamed(body: ReadableStream<Uint8Array>): Request {
  const init: RequestInit & { duplex: "half" } = { method: "POST", body, duplex: "half" };
  return new Request("http://callboard.invalid/", init);
}

/** A body that comes in pieces, and how many of them were asked for. */
function inPieces(pieces: number, bytes: Uint8Array<ArrayBuffer>): { request: Request; sent: () => number } {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (sent === pieces) return controller.close();
        sent += 1;
        controller.enqueue(bytes);
      },
    },
    { highWaterMark: 0 },
  );
  return { request: streamed(body), sent: () => sent };
}

const post = (body: string): Request => new Request("http://callboard.invalid/", { method: "POST", body });

test("a small body is read, also where a character comes in two pieces", async () => {
  expect(await smallJson(post('{"q":"é"}'))).toEqual({ q: "é" });
  const whole = new TextEncoder().encode('"é"');
  const halves = [whole.slice(0, 2), whole.slice(2)];
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const half of halves) controller.enqueue(half);
      controller.close();
    },
  });
  expect(await smallJson(streamed(body))).toBe("é");
});

test.each(["", "{", "nothing", '{"q":1'])("%j is no query", async (body) => {
  expect(await smallJson(post(body))).toBeUndefined();
});

test("[threat: ReDoS, query abuse] of a body without end no more is read than a question may have", async () => {
  const { request, sent } = inPieces(10_000, new Uint8Array(1_024).fill(0x20));
  expect(await smallJson(request)).toBeUndefined();
  expect(sent()).toBeLessThan(12);
});

test("[threat: ReDoS, query abuse] of a body that says it is large nothing is read", async () => {
  const { request, sent } = inPieces(10_000, new Uint8Array(1_024));
  request.headers.set("content-length", "10485760");
  expect(await smallJson(request)).toBeUndefined();
  expect(sent()).toBe(0);
});

import { expect, test } from "vitest";
import { checkedBaseUrl } from "./own-connection.ts";

test.each([
  ["https://app.talkover.ai", "https://app.talkover.ai"],
  [" https://app.talkover.ai/ ", "https://app.talkover.ai"],
  ["http://127.0.0.1:9001/mount//", "http://127.0.0.1:9001/mount"],
])("%j is read as %s", (text, url) => expect(checkedBaseUrl(text)).toBe(url));

test.each([
  ["app.talkover.ai", "full address"],
  ["javascript:alert(1)", "must begin with https"],
  ["https://me:secret@app.talkover.ai", "must not hold a name or password"],
  ["https://app.talkover.ai/?token=x", "must end before any ?"],
])("%s is refused with the reason", (text, reason) => expect(() => checkedBaseUrl(text)).toThrow(reason));

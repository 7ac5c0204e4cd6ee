import { connect } from "node:net";

/*
 * `node viewers-load.mjs URL VIEWERS SECONDS whole|changes`: that many viewers, each on a connection
 * of its own, ask as soon as they are answered; for changes, with the tag of their last answer.
 * Prints how many answers came a second, and their status.
 */
const [address = "", viewers = "", seconds = "", wanted = ""] = process.argv.slice(2);
const { hostname, port, pathname, host } = new URL(address);
/** @param {string} tag */
const questionWith = (tag) => `GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nAccept: application/json\r\n${tag === "" ? "" : `If-None-Match: ${tag}\r\n`}\r\n`;

let answers = 0;
let counting = false;
/** @type {Record<string, number>} */
const statuses = {};
const asked = new Float64Array(Number(viewers));
/** @type {number[]} */
const waits = [];

/** Whether an answer is whole, and its status. @param {string} text */
function wholeAnswer(text) {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const head = text.slice(0, end);
  const status = head.slice(9, 12);
  if (status === "304") return status;
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  const isWhole = length === undefined ? text.endsWith("\r\n0\r\n\r\n") : text.length >= end + 4 + Number(length);
  return isWhole ? status : undefined;
}

/** @param {number} viewer */
function view(viewer) {
  const socket = connect(Number(port), hostname);
  let text = "";
  let question = questionWith("");
  const send = () => {
    asked[viewer] = performance.now();
    socket.write(question);
  };
  socket.setNoDelay(true);
  // One byte is one character, so that lengths agree.
  socket.setEncoding("latin1");
  socket.on("connect", send);
  socket.on("data", (chunk) => {
    text += chunk;
    const status = wholeAnswer(text);
    if (status === undefined) return;
    if (wanted === "changes" && status === "200") question = questionWith(/\r\netag: (.+?)\r\n/i.exec(text)?.[1] ?? "");
    text = "";
    if (counting) {
      answers += 1;
      statuses[status] = (statuses[status] ?? 0) + 1;
      waits.push(performance.now() - (asked[viewer] ?? 0));
    }
    send();
  });
  socket.on("error", () => {
    statuses.broken = (statuses.broken ?? 0) + 1;
  });
}

for (let viewer = 0; viewer < Number(viewers); viewer++) setTimeout(view, viewer, viewer);
setTimeout(() => {
  counting = true;
  const began = performance.now();
  setTimeout(() => {
    const perSecond = (answers * 1_000) / (performance.now() - began);
    const sorted = Float64Array.from(waits).sort();
    console.log(JSON.stringify({ perSecond, statuses, p99Milliseconds: sorted[Math.floor(sorted.length * 0.99)] ?? null }));
    process.exit(0);
  }, Number(seconds) * 1_000);
}, Number(viewers) + 1_000);

/** What `public/early.js` listens for: it reloads a wall whose page no longer says that it draws. */
const beatEvent = "callboard:beat";

/** Says that the page is alive. */
export function beat(): void {
  window.dispatchEvent(new Event(beatEvent));
}

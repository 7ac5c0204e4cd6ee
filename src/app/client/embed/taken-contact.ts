/** Where a contact may stand in a frame's address: after `?` or `#`, or in a route within the fragment. */
function split(text: string): { before: string; parameters: URLSearchParams } {
  const mark = text.search(/[?#](?=[^?#/]*=)/);
  return mark < 0 ? { before: text, parameters: new URLSearchParams() } : { before: text.slice(0, mark + 1), parameters: new URLSearchParams(text.slice(mark + 1)) };
}

/** Takes `contact=` out of the page's address and this entry of the history, before anything is asked. */
export function takeContact({ location, history }: Pick<Window, "location" | "history">): string | undefined {
  const parts = [split(location.search), split(location.hash)];
  const [contact] = parts.flatMap(({ parameters }) => parameters.getAll("contact"));
  if (contact === undefined) return undefined;
  const rest = parts.map(({ before, parameters }) => {
    parameters.delete("contact");
    const left = parameters.toString();
    return left === "" ? before.replace(/[?#]$/, "") : before + left;
  });
  history.replaceState(history.state, "", location.pathname + rest.join(""));
  // A plus sign that nobody escaped arrives as a space.
  const number = contact.replace(/^ /, "+").trim();
  return number === "" ? undefined : number;
}

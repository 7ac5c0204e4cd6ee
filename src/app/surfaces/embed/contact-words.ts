/** The contact that the frame was opened for. */
export type Contact = {
  /** Tells one contact that is shown from the next; `undefined`: none is. */
  key: string | undefined;
  /** Why the one asked for is not shown. */
  refused: "no-numbers" | "address" | undefined;
};

/** Why a contact is not shown, where one was asked for. */
export function wordContact({ refused }: Contact, providerName: string): string | undefined {
  switch (refused) {
    case "no-numbers":
      return `${providerName} does not report telephone numbers, so the calls of one contact cannot be told.`;
    case "address":
      return "The contact in this frame’s address is not used: numbers are masked for you, and only the page around this one may name whose calls you see.";
    case undefined:
      return undefined;
  }
}

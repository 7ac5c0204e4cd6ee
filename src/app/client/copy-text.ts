/** Puts a text on the clipboard. False where the browser does not allow it: without HTTPS there is no clipboard. */
export async function copyText(text: string): Promise<boolean> {
  // Absent where the page is not served over HTTPS, whatever the type says.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (clipboard === undefined) return false;
  return clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}

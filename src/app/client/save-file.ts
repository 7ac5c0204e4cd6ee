/** Time a browser needs to take over the address of a download. */
const holdMilliseconds = 60_000;

/** Offers `content` to the reader as a download. */
export function saveFile(content: Blob, fileName: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), holdMilliseconds);
}

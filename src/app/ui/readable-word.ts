/**
 * A platform's own word as people read it: `user_disconnected` and `userHangUp` as
 * "User disconnected" and "User hang up". Text that has blanks is somebody's wording and stays.
 */
export function readableWord(word: string): string {
  if (/\s/.test(word.trim())) return word;
  const words = word
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, (_, before: string, next: string) => `${before} ${next.toLowerCase()}`)
    .replace(/[_-]+/g, " ")
    .trim();
  return words === "" ? word : words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

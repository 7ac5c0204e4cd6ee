/**
 * The identity of a contact: its E.164 form where the number parses as one,
 * else its digits. Numbers the platform masks (`125xxxx0200`) are compared as
 * they are, since their digits alone would join different people.
 */
export function contactKey(to: string): string {
  const trimmed = to.trim();
  if (/[^\d\s().+/-]/.test(trimmed)) return trimmed.toLowerCase();
  const digits = trimmed.replace(/\D/g, "");
  if (digits === "") return trimmed;
  if (trimmed.startsWith("+") && /^[1-9]\d{6,14}$/.test(digits)) return `+${digits}`;
  return digits;
}

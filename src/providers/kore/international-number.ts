/**
 * A number with the "+" that Kore.ai leaves out: 8 to 15 digits that can be a country code and
 * what follows it. Masked numbers (`125xxxx0200`) and any other text stay as they are.
 */
export function internationalNumber(text: string): string {
  return /^[1-9]\d{7,14}$/.test(text) ? `+${text}` : text;
}

/** Letters of scripts that are written in squares take two places; those outside the basic plane are two units long already. */
const square = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/g;

/** Whether a text takes more places than `most` Latin letters do. */
export function isWide(text: string, most: number): boolean {
  return text.length + (text.match(square)?.length ?? 0) > most;
}

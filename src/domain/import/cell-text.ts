/** Control characters, those that hide or turn the direction of writing, and halves of characters: nothing of a name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const unseen = /[\x00-\x1f\x7f-\x9f\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff\ud800-\udfff]| {2}/;

/** A cell's text as it is kept: one line, single blanks, nothing invisible, at most `longest` characters; `null` when nothing is left. */
export function cellText(cell: string, longest: number): string | null {
  const text = unseen.test(cell) ? visible(cell) : cell.trim();
  if (text === '') return null;
  return text.length <= longest ? text : [...text].slice(0, longest).join('').trimEnd();
}

const visible = (cell: string): string =>
  cell
    .toWellFormed()
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\ufffd]/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();

/** Characters of a row's own text that are kept at most, and of one cell of such a long row. */
const most = { row: 20_000, cell: 400 };

/** The cells of a row as one JSON array that any database takes: no NUL, no halves of characters, bounded. */
export function rawText(cells: readonly string[]): string {
  const text = JSON.stringify(cells);
  if (text.length <= most.row && !text.includes('\\u')) return text;
  const kept = cells.map((cell) => cell.toWellFormed().replaceAll('\0', ''));
  const whole = JSON.stringify(kept);
  return whole.length <= most.row
    ? whole
    : JSON.stringify(kept.slice(0, 100).map((cell) => cellText(cell, most.cell) ?? ''));
}

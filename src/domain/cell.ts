/** What a spreadsheet program takes for the beginning of a formula, full-width forms too. https://owasp.org/www-community/attacks/CSV_Injection */
const formula = /^'*[\s\u00a0]*[=+\-@＝＋－＠\t\r\n]/u;
const amount = /^-?\d+(\.\d+)?$/;

/**
 * A cell that no spreadsheet program runs: what looks like a formula begins with an apostrophe, and so does what would look like one that was made harmless.
 * Plain numbers stay numbers.
 */
export const harmlessCell = (text: string): string => (formula.test(text) && !amount.test(text) ? `'${text}` : text);

/** The cell that was made harmless; any other stays as it is. */
export const originalCell = (text: string): string =>
  text.startsWith("'") && formula.test(text) ? text.slice(1) : text;

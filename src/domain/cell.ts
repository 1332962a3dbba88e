/** What a spreadsheet program takes for the beginning of a formula, full-width forms too. https://owasp.org/www-community/attacks/CSV_Injection */
const formula = /^[\s\u00a0]*[=+\-@＝＋－＠\t\r\n]/u;
const amount = /^-?\d+(\.\d+)?$/;

/** A cell that no spreadsheet program runs: what looks like a formula begins with an apostrophe. Plain numbers stay numbers. */
export const harmlessCell = (text: string): string => (formula.test(text) && !amount.test(text) ? `'${text}` : text);

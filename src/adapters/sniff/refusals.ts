/** What a file was found to be, as the library says it. */
export type Found = { readonly ext: string; readonly mime: string };

const kinds = 'a PDF, a picture (JPG, PNG, TIFF, WebP, HEIC), an e-invoice (XML) or a table (CSV, XLSX)';

/** For a spreadsheet with programs in it, whatever its ending says. */
export const macros =
  'This spreadsheet holds macros, which Penny does not open. Save it as XLSX without macros, or as CSV, and share that.';

/** File endings, as the library names them, and the sentence for each. */
const sentences: readonly (readonly [ends: readonly string[], says: string])[] = [
  [
    ['xlsx', 'xltx', 'xls', 'ods', 'ots'],
    'This kind of spreadsheet is not one that Penny reads. Save it as XLSX or CSV and share that.',
  ],
  [['xlsm', 'xltm'], macros],
  [
    ['docx', 'docm', 'dotx', 'dotm', 'odt', 'ott', 'rtf', 'pptx', 'odp', 'cfb'],
    'This is an office document. Save it as PDF and share that.',
  ],
  [
    ['zip', 'gz', '7z', 'rar', 'tar', 'bz2', 'xz', 'zst'],
    'This is an archive. Unpack it and share the invoices that are in it.',
  ],
  [
    ['gif', 'bmp', 'avif', 'jxl', 'jp2', 'ico', 'psd', 'heics'],
    `This kind of picture (%) is not one that Penny reads. Save it as JPG or PNG and share that.`,
  ],
  [
    ['elf', 'exe', 'macho', 'class', 'wasm', 'deb', 'rpm', 'msi', 'jar', 'apk'],
    `This is a program, not an invoice. Share the invoice as ${kinds}.`,
  ],
  [['eml', 'msg', 'pst', 'mbox'], 'This is an e-mail. Share the invoice that is attached to it.'],
  [['eps', 'ps', 'ai', 'indd'], 'This is a print file. Save it as PDF and share that.'],
];

/** For a PDF that begins or ends as something else. */
export const impure =
  'This PDF does not begin and end as a PDF should: it is damaged, or something else is hidden in it. Print it to a new PDF and share that.';

/** The sentence for a file that is not text; `undefined` when nobody knows what it is. */
export function refusalOf(found: Found | undefined): string {
  if (!found) return `Penny does not know this kind of file. Share the invoice as ${kinds}.`;
  const [, says] = sentences.find(([ends]) => ends.includes(found.ext)) ?? [];
  if (says) return says.replace('%', found.ext.toUpperCase());
  return `This is a file of the kind “${found.ext}”, which Penny does not read. Share the invoice as ${kinds}.`;
}

/** The sentence for text, whatever the file is called. */
export function refusalOfText(text: string): string {
  if (/^\s*(<\?[^>]*>\s*|<!--[\s\S]*?-->\s*)*<(!DOCTYPE\s+)?([\w.-]+:)?svg/i.test(text)) {
    return 'This is a drawing (SVG). Save it as PDF or PNG and share that.';
  }
  if (/^\s*(<!--[\s\S]*?-->\s*)*<(!DOCTYPE\s+html|html|head|body|script|div|p)\b/i.test(text)) {
    return 'This is a web page, not the invoice. Open it, save the invoice as PDF, and share that.';
  }
  return `This is plain text, whatever its name says. Share the invoice as ${kinds}.`;
}

/** What an old office file is, or a new one that a password locks: both are kept in the same container, whose parts have names in UTF-16. */
const parts: readonly (readonly [name: string, says: string])[] = [
  ['EncryptedPackage', 'This file is protected by a password. Save it without one and share that.'],
  ['Workbook', 'This is a spreadsheet of an old kind (XLS). Save it as XLSX or CSV and share that.'],
  ['Book', 'This is a spreadsheet of an old kind (XLS). Save it as XLSX or CSV and share that.'],
];

/** The sentence for a container of old office files; nothing when none of its parts is known. */
export function refusalOfContainer(bytes: Uint8Array): string | undefined {
  const content = Buffer.from(bytes);
  return parts.find(([name]) => content.includes(Buffer.from(`${name}\0`, 'utf16le')))?.[1];
}

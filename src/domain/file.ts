/** The kinds of file that Penny reads, told by their content and never by their name. */
export const fileTypes = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG picture',
  'image/png': 'PNG picture',
  'image/tiff': 'TIFF picture',
  'image/webp': 'WebP picture',
  'image/heic': 'HEIC picture',
  'application/xml': 'XML',
  'text/csv': 'table (CSV)',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'spreadsheet (XLSX)',
} as const;
export type FileType = keyof typeof fileTypes;

/** Files that hold many invoices, one a row, and are imported rather than read. */
export type TableType = 'text/csv' | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Is this a table to be imported? */
export const isSpreadsheet = (type: string): type is TableType =>
  type === 'text/csv' || type === 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What is known of a file without opening it. `sha256` is 64 hex digits and its key in the object store; `name` is as the sender called it, never a path. */
export type FileFacts = {
  readonly sha256: string;
  readonly size: number;
  readonly type: FileType;
  readonly name: string;
};

/** Bytes; what Penny takes at most. Textract's own limit is 10 MB for pictures and 500 MB for PDF: https://docs.aws.amazon.com/textract/latest/dg/limits-document.html */
export const largestFile = 50 * 1024 * 1024;
/** The same for tables of text, which are streamed: some five million invoices. */
export const largestTable = 500 * 1024 * 1024;

/** As much as a file of that name may be, before anybody has looked into it. */
export const mostBytes = (name: string): number => (/\.(?:csv|tsv|tab|txt)$/i.test(name) ? largestTable : largestFile);

/** Pages; a longer PDF is refused before anyone pays for it. */
export const mostPages = 50;

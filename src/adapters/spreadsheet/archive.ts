import { XMLParser } from 'fast-xml-parser';
import yauzl from 'yauzl';
import { Fault } from '../../domain/fault.ts';
import type { TableLimits } from './limits.ts';

/** A worksheet as the workbook lists it. */
export type SheetName = { readonly name: string; readonly hidden: boolean };

/**
 * Unfolds an XLSX once and keeps nothing, so that nobody later unfolds more than the limits. Bytes are counted as they come: what the archive says of
 * its sizes counts for nothing. Throws `Fault('invalid')`; answers the workbook's sheets.
 */
export async function inspectArchive(path: string, limits: TableLimits): Promise<readonly SheetName[]> {
  const zip = await yauzl
    .openPromise(path, { lazyEntries: true, validateEntrySizes: true, autoClose: false })
    .catch(refuse);
  try {
    return await inspect(zip, limits);
  } catch (error) {
    return refuse(error);
  } finally {
    zip.close();
  }
}

async function inspect(zip: yauzl.ZipFile, limits: TableLimits): Promise<readonly SheetName[]> {
  if (zip.entryCount > limits.entries) throw new Fault('invalid', tooMuch);
  let unfolded = 0;
  let sheets: readonly SheetName[] = [];
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    if (name.endsWith('vbaproject.bin')) throw new Fault('invalid', macros);
    if (entry.isEncrypted()) throw new Fault('invalid', locked);
    const isBook = name === 'xl/workbook.xml';
    const kept: Buffer[] = [];
    const most = Math.min(
      name === 'xl/sharedstrings.xml' ? limits.texts : limits.unfolded - unfolded,
      Math.max(limits.ratio * entry.compressedSize, free),
    );
    unfolded += await unfold(zip, entry, most, isBook ? kept : null);
    if (isBook) sheets = sheetsOf(Buffer.concat(kept).toString());
  }
  return sheets;
}

/** Bytes that any file may unfold to: small ones are often nearly empty. */
const free = 1_048_576;

async function unfold(zip: yauzl.ZipFile, entry: yauzl.Entry, most: number, keep: Buffer[] | null): Promise<number> {
  if (entry.fileName.endsWith('/')) return 0;
  let size = 0;
  let tail = '';
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    size += chunk.length;
    if (size > most || (keep && size > free)) throw new Fault('invalid', tooMuch);
    keep?.push(chunk);
    if (!/\.(?:xml|rels)$/i.test(entry.fileName)) continue;
    const text = (tail + chunk.toString('latin1')).replaceAll('\0', '');
    if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) throw new Fault('invalid', alien);
    tail = text.slice(-10);
  }
  return size;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  isArray: (name) => name === 'sheet',
  parseAttributeValue: false,
});

function sheetsOf(xml: string): readonly SheetName[] {
  const sheets: unknown = parser.parse(xml)?.workbook?.sheets?.sheet;
  if (!Array.isArray(sheets)) return [];
  return sheets.map((sheet: { readonly name?: unknown; readonly state?: unknown }) => ({
    name: String(sheet.name ?? ''),
    hidden: sheet.state === 'hidden' || sheet.state === 'veryHidden',
  }));
}

const tooMuch =
  'This spreadsheet unfolds to far more than a table of invoices needs. Save the sheet with the invoices as CSV and share that.';
const macros =
  'This spreadsheet holds macros, which Penny does not open. Save it as XLSX without macros, or as CSV, and share that.';
const alien = 'This spreadsheet holds what no spreadsheet program writes. Save it again as XLSX or CSV and share that.';
/** For a spreadsheet that only its password opens. */
export const locked = 'This spreadsheet is protected by a password. Save it without one and share that.';
/** For a file that is no workbook, or half of one. */
export const damaged = 'This spreadsheet is damaged and cannot be opened. Save it again as XLSX or CSV and share that.';

function refuse(error: unknown): never {
  if (error instanceof Fault) throw error;
  throw new Fault('invalid', damaged, { cause: error });
}

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { assertSize, sniffBytes, sniffFile } from '../../../src/adapters/sniff/sniff.ts';
import { largestFile, largestTable, mostBytes } from '../../../src/domain/file.ts';

const bill = (name: string) => new URL(`../../bills/${name}`, import.meta.url).pathname;
/** The beginning of an old office file, and the name of one of its parts. */
const container = (part: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'), Buffer.from(`${part}\0`, 'utf16le')]);
const sniffed = (content: string | Uint8Array) => sniffBytes(Buffer.from(content));
const refusal = (content: string | Uint8Array) =>
  sniffed(content).then(
    (type) => `taken as ${type}`,
    (error: Error) => error.message,
  );

test.each([
  ['kestrel-hosting.pdf', 'application/pdf'],
  ['password.pdf', 'application/pdf'],
  ['copper-kettle-receipt.jpg', 'image/jpeg'],
  ['ostwind-logistik-scan.png', 'image/png'],
  ['groene-kas-ubl.xml', 'application/xml'],
  ['alpenblick-catering-cii.xml', 'application/xml'],
])('%s is %s', async (name, type) => {
  expect(await sniffFile(bill(name))).toBe(type);
});

test('the name counts for nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sniff-'));
  const path = join(folder, 'photo.jpg');
  await writeFile(path, await readFile(bill('kestrel-hosting.pdf')));
  expect(await sniffFile(path)).toBe('application/pdf');
  await rm(folder, { recursive: true });
});

test.each([
  ['TIFF, little end first', 'II*\0....', 'image/tiff'],
  ['TIFF, big end first', 'MM\0*....', 'image/tiff'],
  ['XML without a declaration', '<!-- by us --> <Invoice xmlns="x"/>', 'application/xml'],
  ['XML with a prefix', '\ufeff<?xml version="1.0"?>\n<rsm:CrossIndustryInvoice/>', 'application/xml'],
  [
    'XML in UTF-16',
    Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><Invoice/>', 'utf16le'),
    'application/xml',
  ],
  ['HEIC', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')]), 'image/heic'],
  ['WebP', 'RIFF\x24\0\0\0WEBPVP8 ', 'image/webp'],
])('%s', async (_name, content, type) => {
  expect(await sniffed(content)).toBe(type);
});

test.each([
  ['nothing', '', /empty.*share the new one/],
  ['a letter', 'Hello,\nplease find attached our invoice.\n', /plain text, whatever its name says/],
  ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', /web page/],
  ['a drawing', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', /drawing \(SVG\)/],
  ['a program', '\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x02\0>\0\x01\0\0\0', /program/],
  ['an archive', 'PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0\x01\0\0\0\x05\0\0\0a.txtx', /archive|zip/],
  ['an old office file', Buffer.from('d0cf11e0a1b11ae1'.padEnd(200, '0'), 'hex'), /office document/],
  ['an old spreadsheet', container('Workbook'), /spreadsheet of an old kind/],
  ['a spreadsheet with a password', container('EncryptedPackage'), /protected by a password/],
  [
    'prose with commas',
    'First, second, third, and so on, says who\nwrote it, in two lines, without a number.\n',
    /plain text/,
  ],
  ['a list of one column', '1\n2\n3\n', /plain text/],
  ['data for programs', '{"a": 1, "b": 2, "c": 3}\n{"a": 1, "b": 2, "c": 3}\n', /plain text/],
  ['noise', Buffer.from('9f3c01b7e2884d10', 'hex'), /does not know this kind/],
  ['a page before the PDF', '<!-- x -->\n%PDF-1.4\n1 0 obj', /begin and end as a PDF/],
  ['an archive behind the PDF', '%PDF-1.4\n1 0 obj\n%%EOF\nPK\x03\x04', /begin and end as a PDF/],
])('%s is refused with the next step', async (_name, content, says) => {
  const message = await refusal(typeof content === 'string' ? Buffer.from(content, 'latin1') : content);
  expect(message).toMatch(says);
  expect(message).toMatch(/(Share|share|Save|Unpack|Print|Export)/);
});

const rows = 'Lieferant;Datum;Betrag\nMüller;01.02.2026;1,00\nOdile;02.02.2026;2,50\n';
test.each([
  ['semicolons', rows],
  ['commas', 'date,vendor,amount\n2026-01-01,A,1.00\n'],
  ['tabs', rows.replaceAll(';', '\t')],
  ['bars', rows.replaceAll(';', '|')],
  ['two columns', 'Supplier,Total\nA,1.00\nB,2.00\n'],
  ['titles above and sums below', `Spend in May;;\n\n${rows}Summe;;3,50\n`],
  ['line ends of an old Mac', rows.replaceAll('\n', '\r')],
  ['windows-1252', Buffer.from(rows, 'latin1')],
  ['UTF-16 with its mark', Buffer.from(`\ufeff${rows}`, 'utf16le')],
  ['UTF-16 without one', Buffer.from(rows, 'utf16le')],
  ['a header alone', 'Invoice Number,Date,Supplier,Total\n'],
])('a table is known by its cut: %s', async (_name, content) => {
  expect(await sniffed(content)).toBe('text/csv');
});

test('a spreadsheet is known, and one with macros refused though it calls itself a plain one', async () => {
  const plain = await writeXlsx({
    sheets: [
      {
        name: 'A',
        rows: [
          ['Supplier', 'Total'],
          ['A', 1],
        ],
      },
    ],
  });
  expect(await sniffed(plain)).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  expect(await refusal(Buffer.concat([plain, Buffer.from('xl/vbaProject.bin')]))).toMatch(/macros.*without macros/);
});

test('white space after the end of a PDF is no harm', async () => {
  expect(await sniffed('%PDF-1.4\n1 0 obj\n%%EOF\r\n\n  ')).toBe('application/pdf');
});

test('a table of text may be much longer than a paper, whatever either is called', async () => {
  const row = 'Acme,A-1,2026-03-02,10.00\n';
  const table = Buffer.from(`Supplier,Number,Date,Total\n${row.repeat(Math.ceil((51 * 1_048_576) / row.length))}`);
  expect(await sniffed(table)).toBe('text/csv');
  const paper = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(51 * 1_048_576, 32), Buffer.from('%%EOF')]);
  expect(await refusal(paper)).toMatch(/^This file has 52 MB; 50 MB are the most/);
  expect(() => assertSize(501 * 1_048_576, largestTable)).toThrow('500 MB are the most');
  expect([mostBytes('spend.CSV'), mostBytes('scan.pdf')]).toEqual([largestTable, largestFile]);
});

test('a file that is too large says how large it may be', () => {
  expect(() => assertSize(60 * 1_048_576)).toThrow('This file has 60 MB; 50 MB are the most that Penny takes.');
  expect(() => assertSize(50 * 1_048_576)).not.toThrow();
});

import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { tableLimits } from '../../../src/adapters/spreadsheet/limits.ts';
import { openBatches, openTable } from '../../../src/adapters/spreadsheet/open-table.ts';
import { fileWriter, workbook, zip } from './files.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const file = fileWriter();
async function rowsOf(content: Uint8Array, limits = tableLimits): Promise<readonly (readonly [number, ...string[]])[]> {
  const rows: [number, ...string[]][] = [];
  for await (const { line, cells } of openTable(file(content), xlsx, limits)) rows.push([line, ...cells]);
  return rows;
}
const book = (...sheets: WriteSheet[]) => writeXlsx({ sheets });

test('dates become days, numbers lose what a float adds, formulas give what they came to', async () => {
  const content = zip(
    workbook(`<row r="1"><c r="A1" t="inlineStr"><is><t>Total</t></is></c></row>
      <row r="3"><c r="A3"><v>1234.5599999999999</v></c><c r="B3"><f>A3*2</f><v>0.30000000000000004</v></c>
      <c r="C3" t="str"><f>UPPER("a")</f><v>A</v></c><c r="E3"><v>1.234</v></c><c r="F3" t="b"><v>1</v></c><c r="G3"><v>1E+2</v></c></row>`),
  );
  expect(await rowsOf(content)).toEqual([
    [1, 'Total'],
    [3, '1234.56', '0.3', 'A', '', '1.2340', 'TRUE', '100'],
  ]);
  const dated = await book({ name: 'A', rows: [[new Date('2026-01-31T00:00:00Z'), 'x']] });
  expect(await rowsOf(dated)).toEqual([[1, '2026-01-31', 'x']]);
});

test('of several sheets the one with invoices is read, and named', async () => {
  const content = await book(
    { name: 'Notes', rows: Array.from({ length: 50 }, (_, index) => [`Note ${index}`, 'more']) },
    {
      name: 'Bills',
      rows: [
        ['Supplier', 'Invoice Number', 'Total'],
        ['Acme', 'A-1', 5.5],
      ],
    },
    {
      name: 'Secret',
      hidden: true,
      rows: [
        ['Supplier', 'Invoice Number', 'Invoice Date', 'Total'],
        ['Hidden', 'H-1', '2026-01-01', 9],
      ],
    },
  );
  const { sheet, batches } = await openBatches(file(content), xlsx);
  expect(sheet).toBe('Bills');
  const rows = [];
  for await (const batch of batches) rows.push(...batch);
  expect(rows).toEqual([
    { line: 1, cells: ['Supplier', 'Invoice Number', 'Total'] },
    { line: 2, cells: ['Acme', 'A-1', '5.5'] },
  ]);
});

test('a sheet that is alone needs no name', async () => {
  expect((await openBatches(file(await book({ name: 'Only', rows: [['a']] })), xlsx)).sheet).toBeNull();
});

test('merged cells hold their text once', async () => {
  const content = await book({
    name: 'A',
    rows: [
      ['Supplier', 'Amounts', null],
      [null, 'Net', 'Total'],
      ['Acme', 1, 2],
    ],
    merges: [{ startRow: 0, startCol: 1, endRow: 0, endCol: 2 }],
  });
  expect((await rowsOf(content)).at(-1)).toEqual([3, 'Acme', '1', '2']);
});

const row = '<row r="1"><c r="A1"><v>1</v></c></row>';
test.each([
  [
    'what unfolds a thousandfold',
    workbook(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'A'.repeat(30_000_000)}</t></is></c></row>`),
    /unfolds to far more.*CSV/,
  ],
  [
    'more files than any workbook has',
    [...workbook(row), ...Array.from({ length: 20_000 }, (_, index) => ({ name: `xl/${index}`, content: '' }))],
    /unfolds to far more/,
  ],
  [
    'a size that is a lie',
    workbook(row).map((part) =>
      part.name.includes('sheet1') ? { ...part, content: 'x'.repeat(100_000), says: 10 } : part,
    ),
    /damaged/,
  ],
  ['a way out of its folder', [...workbook(row), { name: '../../tmp/pwned', content: 'x' }], /damaged/],
  ['macros', [...workbook(row), { name: 'xl/vbaProject.bin', content: 'x' }], /macros.*without macros/],
  [
    'entities of its own',
    [
      ...workbook(row),
      {
        name: 'xl/styles.xml',
        content: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><styleSheet>&e;</styleSheet>',
      },
    ],
    /no spreadsheet program writes/,
  ],
  [
    'entities in UTF-16',
    [...workbook(row), { name: 'xl/styles.xml', content: Buffer.from('\ufeff<!DOCTYPE x><styleSheet/>', 'utf16le') }],
    /no spreadsheet program writes/,
  ],
  ['no workbook', [{ name: 'a.txt', content: 'x' }], /damaged/],
])('an archive with %s is refused with the next step', async (_name, parts, says) => {
  const refused = rowsOf(zip(parts));
  await expect(refused).rejects.toMatchObject({ name: 'Fault', code: 'invalid', message: expect.stringMatching(says) });
  await expect(refused).rejects.toThrow(/share that/);
});

test('half an archive is damaged', async () => {
  await expect(rowsOf(zip(workbook(row)).subarray(0, 400))).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringMatching(/damaged/),
  });
});

test('texts kept for all cells are bounded, and so is all together', async () => {
  const content = await book({ name: 'A', rows: Array.from({ length: 2000 }, (_, index) => [`text ${index}`]) });
  await expect(rowsOf(content, { ...tableLimits, texts: 1000 })).rejects.toThrow(/unfolds to far more/);
  await expect(rowsOf(content, { ...tableLimits, unfolded: 10_000 })).rejects.toThrow(/unfolds to far more/);
  expect(await rowsOf(content)).toHaveLength(2000);
});

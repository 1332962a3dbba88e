import { expect, test } from 'vitest';
import { prepare } from '../../../src/adapters/spreadsheet/prepare.ts';
import { preview } from '../../../src/adapters/spreadsheet/preview.ts';
import type { Mapping } from '../../../src/domain/import/columns.ts';
import { stagedColumns } from '../../../src/ports/spreadsheets.ts';
import { fileWriter } from './files.ts';

const file = fileWriter();
const type = 'text/csv';
const usual = 'EUR';
const spend = `Spend in May;;;;
;;;;
Lieferant;Rechnungsnummer;Datum;Betrag (EUR);Text
Müller GmbH;R-1;31.05.2026;1.234,50;"Tab\there, a back\\slash
and a line"
Bold AG;R-2;30.05.2026;-7,00;
Lieferant;Rechnungsnummer;Datum;Betrag (EUR);Text
;R-3;31.04.2026;abc;

Summe;;;1.227,50;
`;

async function prepared(text: string, mapping?: Mapping) {
  const path = file(text);
  const found = mapping ?? (await preview({ path, type, known: null, usual })).mapping;
  if (!found) throw new Error('not recognised');
  const chunks: string[] = [];
  const told = await prepare({ path, type, mapping: found }, async (chunk) => void chunks.push(chunk));
  return { told, lines: chunks.join('').split('\n').slice(0, -1), chunks };
}

test('rows are written as Postgres reads them, and what is left out is counted', async () => {
  const { told, lines } = await prepared(spend);
  expect(told).toEqual({ rows: 3, left: { blank: 2, heading: 3, totals: 1 } });
  const cells = lines.map((line) => line.split('\t'));
  expect(cells.every(({ length }) => length === stagedColumns.length)).toBe(true);
  const fields = (index: number) => Object.fromEntries(stagedColumns.map((name, at) => [name, cells[index]?.[at]]));
  expect(fields(0)).toMatchObject({
    line: '4',
    vendor: 'Müller GmbH',
    vendor_key: 'muller',
    tax_id: '\\N',
    number: 'R-1',
    number_key: 'R1',
    date: '2026-05-31',
    due_date: '\\N',
    currency: 'EUR',
    net_minor: '\\N',
    total_minor: '123450',
    description: 'Tab here, a back\\\\slash and a line',
    problem: '\\N',
  });
  expect(JSON.parse((fields(0).raw ?? '').replaceAll('\\\\', '\\'))).toContain('Tab\there, a back\\slash\nand a line');
  expect(fields(1)).toMatchObject({ line: '6', total_minor: '-700' });
  expect(fields(2)).toMatchObject({
    line: '8',
    vendor: '\\N',
    total_minor: '\\N',
    problem: 'No vendor is named. “abc” is not an amount. The date “31.04.2026” does not exist.',
  });
});

test('a preview shows the header, what was recognised, and three rows of data', async () => {
  expect(await preview({ path: file(spend), type, known: null, usual })).toEqual({
    header: ['Lieferant', 'Rechnungsnummer', 'Datum', 'Betrag (EUR)', 'Text'],
    mapping: {
      columns: ['vendor', 'number', 'date', 'total', 'description'],
      header: 3,
      dates: 'dmy',
      decimal: ',',
      currency: 'EUR',
      date: null,
    },
    layout: 'header:lieferant|rechnungsnummer|datum|betrag (eur)|text',
    samples: [
      expect.arrayContaining(['Müller GmbH']),
      expect.arrayContaining(['Bold AG']),
      ['', 'R-3', '31.04.2026', 'abc', ''],
    ],
    sheet: null,
    trial: {
      rows: 3,
      isWhole: true,
      rejected: 1,
      examples: [{ line: 8, why: expect.stringMatching(/^No vendor is named\. /) }],
    },
  });
});

test('what a person decided for this layout is kept, wherever the header stands', async () => {
  const known: Mapping = {
    columns: ['vendor', null, 'date', 'total', null],
    header: 1,
    dates: 'mdy',
    decimal: '.',
    currency: 'CHF',
    date: null,
  };
  expect((await preview({ path: file(spend), type, known, usual })).mapping).toEqual({ ...known, header: 3 });
});

test('only the first rows of a long table are tried, and none where a column is missing', async () => {
  const line = (index: number) => `Acme,A-${index},${index % 100 === 7 ? 'soon' : '2026-01-31'},5.00`;
  const long = (count: number) =>
    `Supplier,Invoice Number,Date,Total\n${Array.from({ length: count }, (_, index) => line(index)).join('\n')}`;
  const trialOf = async (text: string) => (await preview({ path: file(text), type, known: null, usual })).trial;
  expect(await trialOf(long(499))).toMatchObject({ rows: 499, isWhole: true, rejected: 5 });
  expect(await trialOf(long(900))).toEqual({
    rows: 499,
    isWhole: false,
    rejected: 5,
    examples: [9, 109, 209].map((line) => ({ line, why: '“soon” is not a date.' })),
  });
  expect(await trialOf('Supplier,Invoice Number,Total\nAcme,A-1,5.00\n')).toBeNull();
});

test('a table that is none of invoices shows its rows all the same', async () => {
  expect(await preview({ path: file('Name,Age\nAna,31\nBo,45\n'), type, known: null, usual })).toMatchObject({
    header: ['Column A', 'Column B'],
    mapping: null,
    samples: [
      ['Name', 'Age'],
      ['Ana', '31'],
      ['Bo', '45'],
    ],
  });
});

test('whoever writes slowly is waited for, and given pieces of bounded size', async () => {
  const text = `Supplier,Invoice Number,Date,Total\n${Array.from({ length: 30_000 }, (_, index) => `Acme,A-${index},2026-01-31,5.00`).join('\n')}`;
  const path = file(text);
  const { mapping } = await preview({ path, type, known: null, usual });
  if (!mapping) throw new Error('not recognised');
  let writing = 0;
  let rows = 0;
  const { rows: told } = await prepare({ path, type, mapping: { ...mapping, currency: 'EUR' } }, async (chunk) => {
    writing += 1;
    expect(writing).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 2));
    rows += chunk.split('\n').length - 1;
    expect(chunk.length).toBeLessThan(4_000_000);
    writing -= 1;
  });
  expect([told, rows]).toEqual([30_000, 30_000]);
});

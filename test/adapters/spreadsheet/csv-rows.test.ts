import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { tableLimits } from '../../../src/adapters/spreadsheet/limits.ts';
import { openTable } from '../../../src/adapters/spreadsheet/open-table.ts';
import { harmlessCell } from '../../../src/domain/cell.ts';
import { fileWriter } from './files.ts';

const file = fileWriter();
async function rowsOf(
  content: string | Uint8Array,
  limits = tableLimits,
): Promise<readonly (readonly [number, ...string[]])[]> {
  const rows: [number, ...string[]][] = [];
  for await (const { line, cells } of openTable(file(content), 'text/csv', limits)) rows.push([line, ...cells]);
  return rows;
}

const said = 'Lieferant;Betrag\nMüller & Söhne;1,50\nŁódź Papier;2,00\n';
const read = [
  [1, 'Lieferant', 'Betrag'],
  [2, 'Müller & Söhne', '1,50'],
  [3, 'Łódź Papier', '2,00'],
];
const western = said.replace('Łódź', 'Café €');

test.each([
  ['UTF-8', Buffer.from(said), read],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${said}`), read],
  ['UTF-16, little end first', Buffer.from(`\ufeff${said}`, 'utf16le'), read],
  ['UTF-16, big end first', Buffer.from(`\ufeff${said}`, 'utf16le').swap16(), read],
  ['UTF-16 without its mark', Buffer.from(said, 'utf16le'), read],
  ['UTF-16, big end first, without its mark', Buffer.from(said, 'utf16le').swap16(), read],
  [
    'windows-1252',
    Buffer.from(western.replace('€', '\x80'), 'latin1'),
    [...read.slice(0, 2), [3, 'Café € Papier', '2,00']],
  ],
])('the encoding is found: %s', async (_name, content, rows) => {
  expect(await rowsOf(content)).toEqual(rows);
});

test('letters and line ends that fall between two pieces of the file stay whole', async () => {
  const lines = Array.from({ length: 60_000 }, (_, index) => `Łódź ${index};${index},50`);
  const rows = await rowsOf(lines.join('\r\n'));
  expect(rows).toHaveLength(lines.length);
  expect(rows.every(([line, vendor, amount]) => vendor === `Łódź ${line - 1}` && amount === `${line - 1},50`)).toBe(
    true,
  );
});

test('one letter of another encoding at the end of a long file is seen', async () => {
  const rows = await rowsOf(Buffer.from(`${'Acme;1,00\n'.repeat(50_000)}Café;2,00\n`, 'latin1'));
  expect(rows.at(-1)).toEqual([50_001, 'Café', '2,00']);
});

test.each([',', ';', '\t', '|'])('the delimiter is found: %j', async (sign) => {
  const amount = sign === ',' ? '1.50' : '1,50';
  expect(
    await rowsOf(
      `Vendor${sign}Net${sign}Total\nAcme${sign}${amount}${sign}${amount}\n"A${sign}B"${sign}${amount}${sign}${amount}`,
    ),
  ).toEqual([
    [1, 'Vendor', 'Net', 'Total'],
    [2, 'Acme', amount, amount],
    [3, `A${sign}B`, amount, amount],
  ]);
});

test('a spreadsheet’s own hint at the delimiter is believed', async () => {
  expect((await rowsOf('sep=|\nA, B and C|1\nD, E and F|2')).slice(1)).toEqual([
    [2, 'A, B and C', '1'],
    [3, 'D, E and F', '2'],
  ]);
});

test.each([['\n'], ['\r\n'], ['\r']])('lines may end with %j, and the last one with nothing', async (end) => {
  expect(await rowsOf(['a,b', '1,2', '', '3,4'].join(end))).toEqual([
    [1, 'a', 'b'],
    [2, '1', '2'],
    [3, ''],
    [4, '3', '4'],
  ]);
});

test('a cell may hold several lines; the next row says the line a person counts', async () => {
  expect(await rowsOf('a,b,c\n"x\ny\r\nz",2,3\nAcme,"say ""hi""",4\n')).toEqual([
    [1, 'a', 'b', 'c'],
    [2, 'x\ny\nz', '2', '3'],
    [5, 'Acme', 'say "hi"', '4'],
  ]);
});

test('surplus and missing cells are as they are', async () => {
  expect(await rowsOf('a,b,c\n1,2,3,4,\n5\n,,\n6,7,8\n')).toEqual([
    [1, 'a', 'b', 'c'],
    [2, '1', '2', '3', '4', ''],
    [3, '5'],
    [4, '', '', ''],
    [5, '6', '7', '8'],
  ]);
});

test('a quote that is never closed costs its own line and no other', async () => {
  const rows = await rowsOf('a,b,c\n"Acme,1,2\nBold,3,4\nCold,5,6\n');
  expect(rows).toEqual([
    [1, 'a', 'b', 'c'],
    [2, 'Acme', '1', '2'],
    [3, 'Bold', '3', '4'],
    [4, 'Cold', '5', '6'],
  ]);
});

test('a quote that another one closes rows later swallows none of them', async () => {
  const rows = await rowsOf('a,b,c\n"Acme,1,2\nBold,3,4\nCold,"5",6\nDove,7,8\n"Egg",9,10\n');
  expect(rows.map(([line, vendor]) => [line, vendor])).toEqual([
    [1, 'a'],
    [2, 'Acme'],
    [3, 'Bold'],
    [4, 'Cold'],
    [5, 'Dove'],
    [6, 'Egg'],
  ]);
});

test('inches and nicknames are no quotes', async () => {
  expect(await rowsOf('a,b,c\nPipe 5",1,2\nBo "the" Wok,3,4\n"Pipe 6", old,5,6\n')).toMatchObject([
    [1, 'a', 'b', 'c'],
    [2, 'Pipe 5"', '1', '2'],
    [3, 'Bo "the" Wok', '3', '4'],
    [4, 'Pipe 6', ' old', '5', '6'],
  ]);
});

test('a broken quote in the middle of a long file harms nothing else', async () => {
  const lines = Array.from({ length: 100_000 }, (_, index) =>
    index === 40_000 ? `"Broken ${index},1,2` : `Vendor ${index},1,"2"`,
  );
  const rows = await rowsOf(lines.join('\n'));
  expect(rows).toHaveLength(lines.length);
  expect(rows[40_000]).toEqual([40_001, 'Broken 40000', '1', '2']);
  expect(rows.at(-1)).toEqual([100_000, 'Vendor 99999', '1', '2']);
});

test('a line without end is refused and not gathered', async () => {
  await expect(rowsOf(`a,b\n${'x'.repeat(5_000_000)}`)).rejects.toThrow(/Line 2 .* too long.*share that/);
});

test('columns beyond all reason are not looked at', async () => {
  const [row] = await rowsOf(`${'x,'.repeat(10_000)}\n`);
  expect(row).toHaveLength(1 + tableLimits.columns);
});

test.each([
  ['an empty file', '', []],
  ['an empty line', '\n', [[1, '']]],
  ['a header alone', 'a,b', [[1, 'a', 'b']]],
  [
    'one column',
    'a\nb',
    [
      [1, 'a'],
      [2, 'b'],
    ],
  ],
])('%s', async (_name, content, rows) => {
  expect(await rowsOf(content)).toEqual(rows);
});

test('whatever was written by the rules is read as it was', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '1', ' ', ',', ';', '"', '\n', '\t', "'", '=') });
  const tables = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(tables, async (table) => {
      const written = table.map((cells) => cells.map(harmlessCell));
      const rows = await rowsOf(`sep=,\n${Papa.unparse(written, { quotes: true, newline: '\n' })}\n`);
      expect(rows.slice(1).map(([, ...cells]) => cells)).toEqual(table);
    }),
    { numRuns: 100 },
  );
});

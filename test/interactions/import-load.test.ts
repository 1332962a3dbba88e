import { expect, test } from 'vitest';
import { read, testDesk } from '../support/chat.ts';
import { importsOf, preview, row } from '../support/imports.ts';

const desk = await testDesk();
const tables = await importsOf(desk);

test('what a person sees before they load it: each column by its role, rows as they stand, what is not used', async () => {
  const table = await tables.offered();
  expect(await tables.shows(table)).toBe(
    [
      'spend-1.csv is a table of invoices. This is how Penny reads it.',
      'Holds | Column | First rows',
      'Vendor | Supplier | Acme · Bolt',
      'Date | Paid | 02.03.2026 · 03.03.2026',
      'Total | Amount | 100,00 · 20,00',
      'Dates are day, month, year; amounts have a decimal comma; all are in EUR. Not used: Cost centre.',
      '[Load] [Change columns] [Not this one]',
    ].join('\n'),
  );
  expect(await tables.mark(table)).toBe('warning');
});

test.each([
  [{ rows: 39, isWhole: true, rejected: 0, examples: [] }, 'Each of its 39 rows can be read like this.'],
  [{ rows: 500, isWhole: false, rejected: 0, examples: [] }, 'Each of its first 500 rows can be read like this.'],
  [{ rows: 0, isWhole: true, rejected: 0, examples: [] }, 'It has no rows.'],
  [
    { rows: 39, isWhole: true, rejected: 1, examples: [{ line: 7, why: 'No date is given.' }] },
    '1 of its 39 rows cannot be booked like this: line 7: No date is given. Load the others, or mend the file and share it again.',
  ],
  [
    { rows: 500, isWhole: false, rejected: 420, examples: [{ line: 2, why: '“13/31/26” is not a date.' }] },
    '420 of its first 500 rows cannot be booked like this, for example line 2: “13/31/26” is not a date. If a column is taken for the wrong thing, press Change columns; else mend the file and share it again.',
  ],
])('a table whose first rows were tried says what came of it: %o', async (trial, says) => {
  const table = await tables.offered({ preview: { ...preview, trial } });
  expect((await tables.shows(table)).split('\n')).toContain(says);
});

test('an operator may share a table and not load it; an accountant loads it, once', async () => {
  const table = await tables.offered();
  expect(read(await tables.press('import-load', table, 'cleo'))).toMatch(/does not let you load spreadsheets/);
  expect(read(await tables.press('import-load', table, 'noor'))).toMatch(/Ask an admin/);
  expect(await desk.ports.store.imports.any(table.id)).toMatchObject({ state: 'offered' });

  const both = await Promise.all([
    tables.press('import-load', table, 'ben'),
    tables.press('import-load', table, 'ada'),
  ]);
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(['quiet', 'say']);
  expect(await tables.shows(table)).toBe(`Loading ${table.fileName} …`);
  expect(
    await desk.database.query({ text: "select from pgboss.job where name = 'load-import'", values: [] }),
  ).toHaveLength(1);

  await tables.loaded(table.id, [row('Acme', '10000'), row('Bolt', '2000')]);
  expect(await tables.shows(table)).toMatch(
    /^spend-\d\.csv is loaded: every row is booked\.\nAccepted: 2\nDuplicates: 0\nRejected: 0\nTotal in EUR: €120\.00 \(2 invoices\)\nLoaded by .* in \d+\.\d seconds\.\n\[Undo import\]$/,
  );
  expect(await tables.mark(table)).toBe('white_check_mark');
});

test('a table whose columns nobody knows cannot be loaded, and says what to do', async () => {
  const table = await tables.offered({ mapping: null });
  expect(await tables.shows(table)).toMatch(
    /^Penny does not see which columns(.|\n)*\[Change columns\] \[Not this one\]$/,
  );
  expect(read(await tables.press('import-load', table))).toMatch(/Change columns/);
});

test.each(['', '{}', '{"import":1}', '{"import":"1","more":1}', 'null'])(
  'a forged value is refused: %s',
  async (value) => {
    expect(read(await desk.press({ press: 'import-load', label: '', value }, 'ben'))).toMatch(/older Penny/);
  },
);

test('a table that is not there', async () => {
  expect(read(await tables.press('import-load', { id: 99_999n }))).toMatch(/no import 99999/);
});

import { expect, test } from 'vitest';
import { form, read, testDesk } from '../support/chat.ts';
import { importsOf, mapping } from '../support/imports.ts';

const desk = await testDesk();
const tables = await importsOf(desk);
const answers = { c0: 'vendor', c1: 'date', c2: 'total', c3: 'none', dates: 'dmy', decimal: ',', currency: 'EUR' };

test.each([
  [{ c3: 'total' }, /^c3: Total is in another column already/],
  [{ c0: 'none' }, /^c0: Say which column holds the vendor/],
  [{ c2: 'none' }, /^c0: Say which column holds the total, or the net amount/],
  [{ c1: 'none' }, /^date: No column holds the date: give the one of all rows/],
  [{ date: '2026-02-30' }, /^date: Write the date as/],
  [{ currency: '' }, /^currency: No column holds the currency/],
  [{ currency: 'EURO' }, /^currency: Use a currency code of three letters/],
])('%o is sent back with a sentence', async (change, says) => {
  const table = await tables.offered();
  const opened = form(await tables.press('import-columns', table));
  const given = Object.fromEntries(Object.entries({ ...answers, ...change }).filter(([, answer]) => answer !== ''));
  expect(read(await desk.submit(opened, given, 'ben'))).toMatch(says);
});

test('a role that there is none of, and a form of no import, are refused', async () => {
  const table = await tables.offered();
  const opened = form(await tables.press('import-columns', table));
  expect(read(await desk.submit(opened, { ...answers, c0: 'salary' }, 'ben'))).not.toBe('');
  expect(read(await desk.submit({ ...opened, carries: 'x' }, answers, 'ben'))).toMatch(/older Penny/);
  expect(await desk.ports.store.imports.any(table.id)).toMatchObject({ mapping: table.mapping });
});

test('saved, the table is shown as it is read now, and the next of its layout is read so at once', async () => {
  const table = await tables.offered({ mapping: null, layout: 'new layout' });
  const opened = form(await tables.press('import-columns', table));
  expect(await desk.submit(opened, { ...answers, c3: 'category', dates: 'ymd' }, 'ben')).toEqual({ kind: 'quiet' });

  expect(await tables.shows(table)).toMatch(/Total \| Amount \| .*\nCategory \| Cost centre \| 7 · 7/);
  expect(await tables.shows(table)).toMatch(/Dates are year, month, day;/);
  expect(await desk.ports.store.imports.layout('new layout')).toMatchObject({
    columns: ['vendor', 'date', 'total', 'category'],
  });
});

test('a table without dates is given one for all its rows; the next of its layout is asked again', async () => {
  const undated = { ...mapping, columns: ['vendor', null, 'total', null] } as const;
  const table = await tables.offered({ mapping: undated, layout: 'no dates' });
  expect(await tables.shows(table)).toMatch(
    /No column holds the date, so it cannot be loaded yet\. .*\n\[Change columns\] \[Not this one\]$/,
  );
  expect(read(await tables.press('import-load', table))).toMatch(/Say first what the columns hold/);
  const opened = form(await tables.press('import-columns', table));
  await desk.submit(opened, { ...answers, c1: 'none', date: '2026-01-31' }, 'ben');

  expect(await tables.shows(table)).toMatch(/all are of 2026-01-31;.*\n\[Load\]/);
  expect(await desk.ports.store.imports.layout('no dates')).toMatchObject({ date: null });
});

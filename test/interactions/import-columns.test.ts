import { expect, test } from 'vitest';
import { form, read, testDesk } from '../support/chat.ts';
import { importsOf, row } from '../support/imports.ts';

const desk = await testDesk();
const tables = await importsOf(desk);

test('the form asks for each column by its name, with what stands there, filled with how it is read now', async () => {
  const table = await tables.offered();
  const opened = form(await tables.press('import-columns', table));
  expect(opened.questions.map(({ label, hint }) => [label, hint])).toEqual([
    ['Supplier', 'For example: Acme · Bolt'],
    ['Paid', 'For example: 02.03.2026 · 03.03.2026'],
    ['Amount', 'For example: 100,00 · 20,00'],
    ['Cost centre', 'For example: 7 · 7'],
    ['How dates are written', undefined],
    ['Decimal sign', undefined],
    ['Date of rows that give none', undefined],
    ['Currency of rows that name none', undefined],
  ]);
  expect(opened.questions.map((question) => question.initial)).toEqual([
    'vendor',
    'date',
    'total',
    'none',
    'dmy',
    ',',
    undefined,
    'EUR',
  ]);
});

test('who may not load may not say how; what is loaded is to be undone first', async () => {
  const table = await tables.offered();
  expect(read(await tables.press('import-columns', table, 'cleo'))).toMatch(/does not let you/);
  await tables.press('import-load', table);
  expect(read(await tables.press('import-columns', table))).toMatch(/is being loaded already/);
  await tables.loaded(table.id, [row('Acme', '1')]);
  expect(read(await tables.press('import-columns', table))).toMatch(/is loaded already. Undo the import first/);
});

import { expect, test } from 'vitest';
import { read, testDesk } from '../support/chat.ts';
import { importsOf, row } from '../support/imports.ts';

const desk = await testDesk();
const tables = await importsOf(desk);

test('an import is taken back whole by who may, once, and loaded again', async () => {
  const table = await tables.offered();
  await tables.press('import-load', table);
  await tables.loaded(table.id, [row('Acme', '10000'), row('Bolt', '2000')]);
  expect(read(await desk.chat('/spend 2026', 'ben'))).toMatch(/€120\.00 spent/);

  expect(read(await tables.press('import-undo', table, 'cleo'))).toMatch(/does not let you/);
  expect(await tables.press('import-undo', table)).toEqual({ kind: 'quiet' });
  expect(read(await tables.press('import-undo', table, 'ada'))).toMatch(/is undone, so it cannot be undone/);

  expect(await tables.shows(table)).toBe(
    'The import of spend-1.csv was undone: its 2 invoices count no longer.\n[Load]',
  );
  expect(await tables.mark(table)).toBe('no_entry_sign');
  expect(read(await desk.chat('/spend 2026', 'ben'))).not.toMatch(/€120/);

  await tables.press('import-load', table);
  await tables.loaded(table.id, [row('Acme', '10000'), row('Bolt', '2000')]);
  expect(read(await desk.chat('/spend 2026', 'ben'))).toMatch(/€120\.00 spent/);
});

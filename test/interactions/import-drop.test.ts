import { expect, test } from 'vitest';
import { read, testDesk } from '../support/chat.ts';
import { importsOf } from '../support/imports.ts';

const desk = await testDesk();
const tables = await importsOf(desk);

test('a table that is not wanted says so, waits for nobody, and may be loaded after all', async () => {
  const table = await tables.offered();
  expect(read(await desk.chat('/invoice review', 'ben'))).toMatch(/spend-1\.csv.*\n.*waits for somebody to press Load/);
  expect(read(await tables.press('import-drop', table, 'cleo'))).toMatch(/does not let you/);

  await tables.press('import-drop', table);

  expect(await tables.shows(table)).toBe('spend-1.csv is not loaded: somebody did not want it.\n[Load]');
  expect(await tables.mark(table)).toBe('no_entry_sign');
  expect(read(await desk.chat('/invoice review', 'ben'))).toMatch(/Nothing waits/);
  expect(read(await tables.press('import-drop', table))).toMatch(/is dropped, so it cannot be dropped/);

  await tables.press('import-load', table);
  expect(await tables.shows(table)).toBe('Loading spend-1.csv …');
});

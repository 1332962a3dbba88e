import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/adapters/postgres/database.ts';
import { describeSchema } from '../../src/adapters/postgres/schema.ts';
import { testDatabase } from '../support/database.ts';
import { silent } from '../support/silent.ts';

const folder = new URL('../../migrations/', import.meta.url);
const { ownerUrl } = await testDatabase();
const files = (await readdir(folder)).filter((name) => name !== 'schema.sql').sort();

test.each(files)('%s says why in its first line', async (file) => {
  expect(await readFile(new URL(file, folder), 'utf8')).toMatch(/^-- Why: .{20,}\.\n/);
});

test('migrations are numbered without a gap', () => {
  expect(files.map((name) => name.slice(0, 5))).toEqual(files.map((_, i) => `${String(i + 1).padStart(4, '0')}-`));
});

test('schema.sql is what the migrations make (node scripts/schema.ts writes it)', async () => {
  const database = openDatabase({ url: ownerUrl, log: silent });

  const schema = await describeSchema(database);

  await database.close();
  expect(await readFile(new URL('schema.sql', folder), 'utf8')).toBe(schema);
});

test('every index that is no constraint names the query that needs it, and amounts are whole', async () => {
  const schema = await readFile(new URL('schema.sql', folder), 'utf8');
  const indexes = [...schema.matchAll(/^CREATE (?:UNIQUE )?INDEX (\w+)/gm)].map(([, name]) => name);

  expect(indexes.length).toBeGreaterThan(10);
  for (const name of indexes) expect(schema).toContain(`comment on index ${name} is '`);
  expect(schema).not.toMatch(/^ {2}\w+ (real|double precision|money)\b/m);
  expect(schema.match(/^ {2}\w+_minor (?!bigint)/gm)).toBeNull();
});

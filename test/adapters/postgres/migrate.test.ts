import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '../../../src/adapters/postgres/database.ts';
import { migrate } from '../../../src/adapters/postgres/migrate.ts';
import { emptyDatabase } from '../../support/database.ts';
import { silent } from '../../support/silent.ts';

const ours = new URL('../../../migrations', import.meta.url).pathname;
const log = silent;

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'penny-migrations-'));
  folders.push(folder);
  await cp(ours, folder, { recursive: true });
  return folder;
}

test('twenty replicas that start at once migrate once', async () => {
  const url = await emptyDatabase();

  const done = await Promise.all(Array.from({ length: 20 }, () => migrate({ url, log })));

  expect(done.filter((names) => names.length > 0)).toEqual([expect.arrayContaining(['0001-ledger'])]);
  expect(await migrate({ url, log })).toEqual([]);
});

test('a migration that was edited after it ran stops the start', async () => {
  const url = await emptyDatabase();
  const folder = await ownFolder();
  await migrate({ url, log, folder });
  await writeFile(join(folder, '0001-ledger.sql'), '-- Why: nothing.\n');

  await expect(migrate({ url, log, folder })).rejects.toThrow(
    'The migration 0001-ledger was edited after it ran. Put it back as it was, and write the change as a new migration.',
  );
});

test('a database ahead of the code stops the start', async () => {
  const url = await emptyDatabase();
  const folder = await ownFolder();
  await writeFile(
    join(folder, '9999-tomorrow.sql'),
    '-- Why: the code of tomorrow needs it.\ncreate table tomorrow (id bigint);\n',
  );
  await migrate({ url, log, folder });

  await expect(migrate({ url, log })).rejects.toThrow(
    'The database is ahead of this Penny: it has had the migration 9999-tomorrow',
  );
});

test('a migration that fails leaves nothing of all that were due', async () => {
  const url = await emptyDatabase();
  const folder = await ownFolder();
  await writeFile(
    join(folder, '9999-broken.sql'),
    '-- Why: to see it fail.\ncreate table half (id bigint);\nselect broken;\n',
  );

  await expect(migrate({ url, log, folder })).rejects.toThrow('column "broken" does not exist');

  const database = openDatabase({ url, log });
  const tables = await database.query({
    text: `select relname from pg_class where relname in ('half', 'invoice')`,
    values: [],
  });
  await database.close();
  expect(tables).toEqual([]);
  expect(await migrate({ url, log })).toContain('0001-ledger');
});

test('a database that is away is said to be', async () => {
  await expect(migrate({ url: 'postgres://a:b@127.0.0.1:1/none', log })).rejects.toMatchObject({ code: 'unavailable' });
});

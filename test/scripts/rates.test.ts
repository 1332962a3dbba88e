import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { sql } from '../../src/engine/sql.ts';
import { afterwards } from '../support/afterwards.ts';
import { testDatabase } from '../support/database.ts';

const { ownerUrl, database } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'penny-rates-'));
afterwards(() => rm(folder, { recursive: true }));
const root = join(import.meta.dirname, '../..');

async function run(...args: readonly string[]) {
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: ownerUrl,
    PENNY_FOLDER: folder,
    NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'),
  };
  const asked = promisify(execFile)(process.execPath, [join(root, 'scripts/rates.ts'), ...args], { env });
  const { stdout, stderr, code } = await asked.then(
    (done) => ({ ...done, code: 0 }),
    (error: { stdout: string; stderr: string; code: number }) => error,
  );
  return {
    lines: stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
    stderr,
    code,
  };
}

test('a line for each file; a bad one is a sentence and a status, and keeps no other out', async () => {
  const [csv, bad] = [join(folder, 'eurofxref-hist.csv'), join(folder, 'invoices.csv')];
  await writeFile(csv, 'Date,USD,JPY,CYP,\n2026-11-25,1.0525,161.3,N/A,\n2026-11-24,1.05,161,N/A,\n');
  await writeFile(bad, 'Vendor,Total\nACME,12\n');

  const { lines, stderr, code } = await run(bad, join(folder, 'none.csv'), csv);

  expect(code).toBe(1);
  expect(stderr).toBe('');
  expect(lines).toEqual([
    {
      file: bad,
      error: expect.stringMatching(/^This is no file of the European Central Bank’s exchange rates; [^.]+\.\S+/),
    },
    { file: expect.any(String), error: 'There is no such file; look at its name and folder.' },
    {
      file: csv,
      from: '2026-11-24',
      to: '2026-11-25',
      days: 2,
      currencies: 2,
      rates: 4,
      added: 4,
      changed: 0,
      ms: expect.any(Number),
    },
  ]);
  expect(await database.query(sql`select from fx_rate`)).toHaveLength(4);
});

test('without a file it says how it goes', async () => {
  expect(await run()).toMatchObject({ lines: [], code: 2, stderr: expect.stringContaining('npm run --silent rates') });
});

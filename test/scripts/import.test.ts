import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { afterwards } from '../support/afterwards.ts';
import { testDatabase } from '../support/database.ts';

const { ownerUrl, database } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'penny-import-'));
afterwards(() => rm(folder, { recursive: true }));
const root = join(import.meta.dirname, '../..');
const table = join(root, 'test/bills/bezahlte-rechnungen.csv');

/** What the script prints, and how it ends. */
async function run(...args: readonly string[]) {
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: ownerUrl,
    PENNY_FOLDER: folder,
    NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'),
  };
  const asked = promisify(execFile)(process.execPath, [join(root, 'scripts/import.ts'), ...args], { env });
  const { stdout, stderr, code } = await asked.then(
    (done) => ({ ...done, code: 0 }),
    (error: { stdout: string; stderr: string; code: number }) => error,
  );
  return { lines: stdout.split('\n').filter(Boolean), stderr, code };
}
const printed = async (...args: readonly string[]) => {
  const { lines, code } = await run(...args);
  return { code, files: lines.map((line) => JSON.parse(line)) };
};

describe('npm run import', () => {
  test('shows how a table would be read, and loads nothing', async () => {
    const { files } = await printed(table, '--dry-run');
    expect(files).toEqual([
      expect.objectContaining({
        file: table,
        rows: null,
        mapping: {
          columns: {
            vendor: 'Lieferant',
            number: 'Rechnungsnr.',
            date: 'Rechnungsdatum',
            net: 'Netto',
            tax: 'USt',
            total: 'Brutto',
            category: 'Warengruppe',
          },
          header_row: 3,
          dates: 'dmy',
          decimal: ',',
          currency: 'EUR',
        },
      }),
    ]);
    expect(await database.query({ text: 'select from import', values: [] })).toEqual([]);
  });

  test('loads, writes what was not booked, and the same again is all duplicates', async () => {
    const rejects = join(folder, 'rejects.csv');
    const { files } = await printed(table, '--rejects', rejects);
    expect(files).toEqual([
      expect.objectContaining({
        rows: 39,
        accepted: 36,
        duplicates: 1,
        rejected: 2,
        total_by_currency: { EUR: '21219.95' },
      }),
    ]);
    expect((await readFile(rejects, 'utf8')).trimEnd().split('\r\n')).toHaveLength(4);
    expect(
      await database.query({ text: "select from invoice where source = 'bulk' and state <> 'deleted'", values: [] }),
    ).toHaveLength(36);

    expect((await printed(table)).files).toEqual([
      expect.objectContaining({ rows: 39, accepted: 0, duplicates: 37, rejected: 2, total_by_currency: {} }),
    ]);
  });

  test('what cannot be loaded is a line with a sentence, and the others are loaded all the same', async () => {
    const letter = join(folder, 'letter.csv');
    await writeFile(letter, 'Hello,\n\nplease find attached our invoice.\n');
    const { code, files } = await printed(letter, join(folder, 'gone.csv'), table);
    expect(code).toBe(1);
    expect(files).toEqual([
      { file: letter, error: expect.stringMatching(/plain text/) },
      { file: join(folder, 'gone.csv'), error: 'There is no such file; look at its name and folder.' },
      expect.objectContaining({ rows: 39 }),
    ]);
  });

  test('explains itself, and refuses what it does not know', async () => {
    expect((await run('--help')).lines[0]).toMatch(/^npm run --silent import/);
    expect(await run()).toMatchObject({ code: 2, lines: [] });
    expect(await run(table, '--currency', 'Euro')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Euro is no currency/),
    });
  });
});

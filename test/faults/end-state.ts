import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, vi } from 'vitest';
import type { Database } from '../../src/adapters/postgres/database.ts';
import type { Desk, Shared } from './desk.ts';

type Row = Readonly<Record<string, unknown>>;

const rows = (database: Pick<Database, 'query'>, text: string) => database.query<Row>({ text, values: [] });

/** Besides the look into the inbox, which comes every minute. */
const asked = "name <> 'take-drops'";

/** What was the last of its task and has not succeeded. A killed job whose task waits again already is closed by pg-boss as failed: the other does it. */
const lastOfEach = `
  select name, state
    from (select distinct on (name, singleton_key) name, state from pgboss.job where ${asked}
           order by name, singleton_key, completed_on desc nulls first) as last
   where state <> 'completed'`;

/** Waits until nothing is left to be done: every event handled, every share settled, every message delivered, no job waiting or running. */
export async function quiet(database: Database, shares: number, seconds: number): Promise<void> {
  const open = `
    select (select count(*) from slack_event where handled_at is null) as events,
           (select count(*) from document_share where state not in ('received', 'reading')) as settled,
           (select count(*) from outbox where delivered < version) as undelivered,
           (select count(*) from pgboss.job where state in ('created', 'retry', 'active') and ${asked}) as jobs`;
  await vi.waitFor(
    async () =>
      expect(await rows(database, open)).toEqual([{ events: 0n, settled: BigInt(shares), undelivered: 0n, jobs: 0n }]),
    { timeout: seconds * 1000, interval: 250 },
  );
}

/** Every file was taken once and once only, however often Penny died meanwhile: in Postgres, on disk, in Slack, in the record. */
export async function eachOnce(desk: Desk, database: Database, shares: readonly Shared[]): Promise<void> {
  const once = `
    select s.slack_file as file, s.state,
           (select count(*) from slack_event e where e.body -> 'call' -> 'given' ->> 'file' = s.slack_file) as events,
           (select count(*) from invoice i where i.document_id = s.document_id) as invoices,
           (select count(*) from audit_log a where a.action = 'invoice.book'
               and a.subject in (select 'invoice ' || i.id from invoice i where i.document_id = s.document_id)) as records
      from document_share s order by s.id`;
  const expected = shares.map(({ file, events }) => ({
    file,
    state: 'booked',
    events: BigInt(events),
    invoices: 1n,
    records: 1n,
  }));
  expect((await rows(database, once)).toSorted(byFile)).toEqual(expected.toSorted(byFile));

  const documents = await rows(database, 'select sha256 from document order by sha256');
  expect(documents).toHaveLength(shares.length);
  expect(await objects(desk.folder)).toEqual(documents.map(({ sha256 }) => sha256));
  expect(await rows(database, lastOfEach)).toEqual([]);
  expect(await rows(database, "select seq from audit_log where outcome = 'failed'")).toEqual([]);
  for (const shared of shares) shownOnce(desk, shared);
}

const byFile = (a: Row, b: Row) => String(a.file).localeCompare(String(b.file));

/** One message in the thread, and it is the card; one mark, and it is the last. */
export function shownOnce(desk: Desk, shared: Shared): void {
  const { marks, replies } = desk.shows(shared);
  const told = replies.map(({ text }) => text);
  expect({ name: shared.name, marks, told }).toEqual({
    name: shared.name,
    marks: [expect.stringMatching(/^(white_check_mark|warning)$/)],
    told: [expect.stringMatching(/as #\d+\.$/)],
  });
}

/** The keys of the object store; every object is what its key promises, and no half one stands among them. */
export async function objects(folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(folder, 'objects'), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const whole = paths.filter((path) => !path.includes(`${join('objects', 'half')}`));
  for (const path of whole) {
    const sha256 = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    expect(sha256).toBe(basename(path));
  }
  return whole.map((path) => basename(path)).toSorted();
}

/** Sentences that Penny logged as an error, each once; besides those a test expects. */
export const errors = (desk: Desk, expected: readonly RegExp[] = []): readonly string[] => [
  ...new Set(
    desk
      .lines()
      .filter(({ level }) => level >= 50)
      .map(({ msg }) => msg)
      .filter((msg) => !expected.some((pattern) => pattern.test(msg))),
  ),
];

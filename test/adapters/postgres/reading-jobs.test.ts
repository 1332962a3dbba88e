import { expect, test } from 'vitest';
import { postgresReadingJobs } from '../../../src/adapters/postgres/reading-jobs.ts';
import { sql } from '../../../src/engine/sql.ts';
import { testDatabase } from '../../support/database.ts';

const { database } = await testDatabase();
const jobs = postgresReadingJobs(database);
const reader = 'textract';
const file = (digit: string) => digit.repeat(64);
const pages = async (of: string) =>
  database.query(sql`select pages, micro_usd as "microUsd" from page_read where reader = ${of}`);

test('the last attempt at a file is remembered, and no other file or reader has it', async () => {
  expect(await jobs.last(file('a'), reader)).toBeNull();
  await jobs.started({ sha256: file('a'), reader, attempt: 1, job: 'one' });
  await jobs.started({ sha256: file('a'), reader, attempt: 1, job: 'one' });
  await jobs.started({ sha256: file('a'), reader, attempt: 2, job: 'two' });

  expect(await jobs.last(file('a'), reader)).toEqual({
    sha256: file('a'),
    reader,
    attempt: 2,
    job: 'two',
    state: 'started',
  });
  expect(await jobs.last(file('a'), 'other')).toBeNull();
  expect(await jobs.last(file('b'), reader)).toBeNull();
});

test('a job that two processes end at once is metered once', async () => {
  const job = { sha256: file('c'), reader: 'twice', attempt: 1, job: 'three' };
  await jobs.started(job);
  const read = { reader: 'twice', pages: 7, microUsd: 70_000 };

  await Promise.all(Array.from({ length: 5 }, () => jobs.ended({ ...job, state: 'started' }, 'succeeded', read)));

  expect((await jobs.last(file('c'), 'twice'))?.state).toBe('succeeded');
  expect(await pages('twice')).toEqual([{ pages: 7n, microUsd: 70_000n }]);
});

test('a job that was fetched may be forgotten later, and costs nothing more', async () => {
  const job = { sha256: file('d'), reader: 'late', attempt: 1, job: 'four' };
  const read = { reader: 'late', pages: 1, microUsd: 10_000 };
  await jobs.started(job);
  await jobs.ended({ ...job, state: 'started' }, 'succeeded', read);

  await jobs.ended({ ...job, state: 'succeeded' }, 'expired');

  expect((await jobs.last(file('d'), 'late'))?.state).toBe('expired');
  expect(await pages('late')).toEqual([{ pages: 1n, microUsd: 10_000n }]);
});

test('pages of a day add up by reader', async () => {
  await jobs.meter({ reader: 'meter', pages: 1, microUsd: 10_000 });
  await jobs.meter({ reader: 'meter', pages: 2, microUsd: 20_000 });

  expect(await pages('meter')).toEqual([{ pages: 3n, microUsd: 30_000n }]);
});

import { beforeAll, expect, test } from 'vitest';
import type { Call } from '../../src/domain/call.ts';
import { fileShared } from '../../src/interactions/file-shared.ts';
import { type Desk, read, testDesk } from '../support/chat.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await testDesk();
});
const shares = async () =>
  desk.database.query<{ slack_file: string }>({
    text: 'select slack_file from document_share order by id',
    values: [],
  });
const waiting = async () =>
  desk.database.query({ text: "select from pgboss.job where name = 'read-document'", values: [] });

test.each([
  ['CIN', true],
  ['D0CLEO', true],
  ['COTHER', false],
  [null, false],
])('a file in %s concerns Penny: %s', (channel, concerns) => {
  const call: Call = { id: '1', origin: 'file', by: 'UCLEO', team: 'T1', channel, given: {} };
  expect(fileShared.concerns?.(call, desk.ports.settings)).toBe(concerns);
});

test('is noted, and a job will read it; a second event of the same changes nothing', async () => {
  for (let i = 0; i < 3; i += 1)
    expect(await desk.happens('file-shared', { file: 'F1', channel: 'CIN' }, 'cleo')).toEqual({ kind: 'quiet' });

  expect(await shares()).toEqual([{ slack_file: 'F1' }]);
  expect(await waiting()).toHaveLength(1);
});

test('the same event by three replicas at once is one share and one job', async () => {
  await Promise.all(
    Array.from({ length: 12 }, () => desk.happens('file-shared', { file: 'F2', channel: 'CIN' }, 'cleo')),
  );

  expect(await shares()).toHaveLength(2);
  expect(await waiting()).toHaveLength(2);
});

test('by who has no role: refused, on record, and nothing is noted', async () => {
  expect(read(await desk.happens('file-shared', { file: 'F3', channel: 'CIN' }, 'noor'))).toMatch(/Ask an admin/);
  expect(await shares()).toHaveLength(2);
  expect((await desk.ports.store.audit.newest(1))[0]).toMatchObject({ action: 'file-shared', outcome: 'forbidden' });
});

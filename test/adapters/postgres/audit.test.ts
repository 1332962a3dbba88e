import { expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../src/adapters/postgres/database.ts';
import type { Call } from '../../../src/domain/call.ts';
import { testDatabase } from '../../support/database.ts';
import { seated } from '../../support/people.ts';
import { silent } from '../../support/silent.ts';

const { store, database, url, ownerUrl } = await testDatabase();
const ada = await seated(store, 'UADA', 'admin');

const call = (change: Partial<Call> = {}): Call => ({
  id: 'c-1',
  origin: 'command',
  by: 'UADA',
  team: 'T1',
  channel: 'C1',
  given: '/spend',
  ...change,
});

test('a call leaves what was asked and what came of it, a refused one too', async () => {
  await store.audit.asked(call({ given: { text: 'a\0b', amount: 12n } }), '/spend', ada.actor);
  await store.audit.answered(call(), '/spend', ada.actor, 'done', null);
  await store.audit.asked(call({ id: 'c-2', by: 'USTRANGER' }), '/spend', null);
  await store.audit.answered(call({ id: 'c-2', by: 'USTRANGER' }), '/spend', null, 'forbidden', 'You may not.');

  const newest = await store.audit.newest(4);

  expect(newest.map(({ kind, call, actor, action, outcome }) => [kind, call, actor, action, outcome])).toEqual([
    ['answered', 'c-2', 'USTRANGER', '/spend', 'forbidden'],
    ['asked', 'c-2', 'USTRANGER', '/spend', null],
    ['answered', 'c-1', 'uada', '/spend', 'done'],
    ['asked', 'c-1', 'uada', '/spend', null],
  ]);
  const [row] = await database.query({
    text: `select given from audit_log where call = 'c-1' and kind = 'asked'`,
    values: [],
  });
  expect(row).toEqual({ given: { text: 'ab', amount: '12' } });
});

test('a change keeps what was before and after, big numbers as text', async () => {
  await store.audit.changed(ada.actor, {
    action: 'setting.change',
    subject: 'setting x',
    before: { a: 1n },
    after: { a: 2n ** 60n },
  });

  const [row] = await database.query({
    text: `select before, after, actor_id from audit_log where subject = 'setting x'`,
    values: [],
  });
  expect(row).toEqual({ before: { a: '1' }, after: { a: '1152921504606846976' }, actor_id: ada.actor.id });
});

const attacks = [
  `update audit_log set actor = 'nobody'`,
  'delete from audit_log',
  'truncate audit_log',
  'truncate app_user cascade',
  `insert into audit_log (seq, kind, actor, action) values (1, 'asked', 'x', 'x')`,
  'alter table audit_log disable trigger all',
  'drop trigger audit_log_no_change on audit_log',
  'drop table audit_log',
  'alter table audit_log add column x int',
  `set session_replication_role = replica`,
  `copy audit_log to program 'cat'`,
  `update role set name = 'x'`,
  'delete from migration',
  'create table public.mine (id int)',
];

test.each(attacks)("the app's own role may not: %s", async (attack) => {
  await tried(url, async (app) => {
    await expect(app.query({ text: attack, values: [] })).rejects.toMatchObject({
      code: expect.stringMatching(/42501|428C9/),
    });
  });
});

test.each([
  `update audit_log set actor = 'nobody'`,
  'delete from audit_log',
  'truncate audit_log',
  `set session_replication_role = replica; delete from audit_log`,
])('even the owner is stopped by the trigger: %s', async (attack) => {
  await tried(ownerUrl, async (owner) => {
    await expect(owner.query({ text: attack, values: [] })).rejects.toThrow('the audit log is never changed');
  });
});

async function tried(as: string, work: (database: Database) => Promise<void>): Promise<void> {
  const [before] = await database.query({ text: 'select count(*), max(actor) from audit_log', values: [] });
  const other = openDatabase({ url: as, log: silent });
  await work(other);
  await other.close();
  const [after] = await database.query({ text: 'select count(*), max(actor) from audit_log', values: [] });
  expect(after).toEqual(before);
}

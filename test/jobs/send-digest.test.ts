import { beforeEach, expect, test } from 'vitest';
import { sendDigest } from '../../src/jobs/send-digest.ts';
import { read } from '../support/chat.ts';
import { digestDesk } from '../support/digests.ts';
import { facts, newInvoice, seated } from '../support/people.ts';

const { desk, slack, at, minute, tasks, send, goTo, slots, told, audited } = await digestDesk();
const { store } = desk.ports;
const ben = await seated(store, 'UBEN', 'accountant');
await store.directory.meet({ id: 'UBEN', team: 'T1', name: 'ben', zone: 'UTC', standing: 'member' });
const book = (number: string, vendor: string, date: string) =>
  store.ledger.book(newInvoice({ facts: facts({ number, vendor, date }) }), ben.may('invoice.add'));
await book('1', 'Blue Paper', '2026-03-30');
await book('2', 'Nordlicht', '2026-04-06');

const clear = (table: string) => desk.database.query({ text: `delete from ${table}`, values: [] });
beforeEach(async () => {
  goTo('2026-03-31T10:00:00Z');
  slack.channels.clear();
  for (const table of ['digest_slot', 'digest', 'outbox']) await clear(table);
});

/** The tasks of a digest at 11, not yet run. */
async function due(words = 'daily vendors last week at 11') {
  await desk.chat(`/penny digest ${words} in <#CFIN>`, 'ben');
  goTo('2026-03-31T11:00:00Z');
  await minute();
  return (await tasks())[0] ?? {};
}

test('the question is asked anew each time, in words and with a picture; who set it and when it comes stand below', async () => {
  await desk.chat('/penny digest weekly vendors last week in <#CFIN> at 11', 'ben');

  const [first = ''] = await at('2026-04-06T11:00:00Z');
  expect(first).toMatch(/Blue Paper.*€119\.00/);
  expect(first).toMatch(/picture: /);
  expect(first).toMatch(/“vendors last week”, every Monday at 11:00 \(UTC\) · set by ben · \/penny digest$/);
  expect(slack.posts.at(-1)).toMatchObject({ channel: 'CFIN', thread: null });

  const [second = ''] = await at('2026-04-13T11:00:00Z');
  expect(second).toMatch(/Nordlicht.*€119\.00/);
  expect(second).not.toContain('Blue Paper');
});

test('its day is the day of its zone', async () => {
  await store.directory.meet({ id: 'UBEN', team: 'T1', name: 'ben', zone: 'Pacific/Auckland', standing: 'member' });
  await desk.chat('/penny digest daily today at 8', 'ben');
  await store.directory.meet({ id: 'UBEN', team: 'T1', name: 'ben', zone: 'UTC', standing: 'member' });

  expect((await at('2026-04-05T20:00:00Z'))[0]).toMatch(/on 6 April 2026/);
});

test('killed after the post and before the note of it, it is found and not posted again; before, it is posted', async () => {
  const task = await due();
  slack.fails('post', 1, true);
  await expect(send(task)).rejects.toThrow('Slack did not answer');
  expect(await slots()).toMatchObject([{ state: 'due' }]);
  const posted = slack.posts.length;

  await send(task);
  await send(task);
  expect(slack.posts).toHaveLength(posted);
  expect(await slots()).toMatchObject([{ state: 'sent' }]);

  goTo('2026-04-01T11:00:00Z');
  await minute();
  const [next = {}] = await tasks();
  slack.fails('post', 1);
  await expect(send(next)).rejects.toThrow('Slack did not answer');
  await send(next);
  expect(slack.posts).toHaveLength(posted + 1);
});

test.each([
  ['gone', null, 'Penny does not see that channel'],
  ['archived', { isArchived: true }, '#fin is archived'],
  ['closed to her', { isMember: false }, 'Invite Penny to #fin first'],
  ['shared with another company', { isShared: true }, '#fin is shared with another company'],
])('a channel that is %s: it is stopped, and who set it and the ops channel are told once', async (_, channel, why) => {
  const task = await due();
  const posted = slack.posts.length;
  slack.channels.set('CFIN', channel);

  await send(task);
  await send(task);

  expect(slack.posts).toHaveLength(posted);
  const summary = expect.stringContaining(`“vendors last week” does not come any more. ${why}`);
  expect(await told()).toEqual([
    { channel: 'DUBEN', summary },
    { channel: 'COPS', summary },
  ]);
  expect(await slots()).toMatchObject([{ state: 'skipped', why: expect.stringContaining(why) }]);
  expect(await at('2026-04-01T11:00:00Z')).toEqual([]);
  expect((await audited()).at(-1)).toMatchObject({ actor: 'Penny', action: 'digest.stop' });
});

test('who set it may not share reports any more: stopped and said the same way', async () => {
  const task = await due();
  await store.directory.unseat('UBEN', 'left');

  await send(task);

  expect(await told()).toMatchObject([
    { channel: 'DUBEN', summary: expect.stringMatching(/does not come any more\. .*Ask an admin/) },
    { channel: 'COPS' },
  ]);
  await store.directory.seat({ id: 'UBEN', team: 'T1', name: 'ben', zone: 'UTC', standing: 'member' }, 'accountant');
});

test('a question that is none any more', async () => {
  const task = await due();
  await desk.database.query({ text: "update digest set words = 'horoscope last week'", values: [] });

  await send(task);

  expect((await told())[0]?.summary).toMatch(/does not come any more\. I understood “last week”, but not “horoscope”/);
});

test('Slack away is waited for; given up, it is said and comes again the next time', async () => {
  const task = await due();
  slack.fails('post', 1);
  await expect(send(task)).rejects.toMatchObject({ code: 'unavailable' });

  await sendDigest.gaveUp?.(task, desk.ports);
  await sendDigest.gaveUp?.(task, desk.ports);

  expect(await told()).toMatchObject([
    { channel: 'DUBEN', summary: expect.stringMatching(/did not come this time/) },
    { channel: 'COPS' },
  ]);
  expect(await at('2026-04-01T11:00:00Z')).toHaveLength(1);
});

test('stopped between its time and its post, it does not come', async () => {
  const task = await due();
  const posted = slack.posts.length;
  await desk.database.query({ text: 'update digest set stopped_at = now()', values: [] });

  await send(task);

  expect(slack.posts).toHaveLength(posted);
  expect(await slots()).toMatchObject([{ state: 'skipped', why: 'It was stopped.' }]);
});

test('reminders say nothing where nothing falls due, and nothing on Saturday and Sunday', async () => {
  await desk.chat('/penny digest reminders 2 days before in <#CFIN> at 8', 'ben');
  const dueOn = (dueDate: string, number: string) =>
    store.ledger.book(newInvoice({ facts: facts({ number, dueDate, vendor: 'Acme' }) }), ben.may('invoice.add'));
  await dueOn('2026-04-12', 'due on a Sunday');

  expect(await at('2026-04-08T08:00:00Z')).toEqual([]);
  expect((await slots()).at(-1)).toMatchObject({ state: 'quiet' });
  const [friday = ''] = await at('2026-04-10T08:00:00Z');
  expect(friday).toContain('1 invoice falls due soon: €119.00.');
  expect(friday).toMatch(/Reminders 2 days before, every weekday at 08:00 \(UTC\) · set by ben/);
  expect(await at('2026-04-11T08:00:00Z')).toEqual([]);
  expect(await at('2026-04-12T08:00:00Z')).toEqual([]);
  expect((await at('2026-04-13T08:00:00Z'))[0]).toContain('1 invoice is newly overdue: €119.00.');
  expect(await at('2026-04-14T08:00:00Z')).toEqual([]);
  expect(read(await desk.chat('/penny digest', 'ben'))).toContain('Reminders 2 days before in CFIN');
});

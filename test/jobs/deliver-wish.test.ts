import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Saying } from '../../src/domain/reply.ts';
import type { Ports } from '../../src/engine/ports.ts';
import { deliverWish } from '../../src/jobs/deliver-wish.ts';
import { type Desk, testDesk } from '../support/chat.ts';
import { smallWorkspace } from '../support/workspace.ts';

let desk: Desk;
let slack: ReturnType<typeof smallWorkspace>;
let ports: Ports;
let key: string;
let runs = 0;
beforeAll(async () => {
  desk = await testDesk();
});
beforeEach(() => {
  slack = smallWorkspace();
  ports = { ...desk.ports, workspace: slack.workspace };
  runs += 1;
  key = `share:${runs}`;
});

const saying = (summary: string): Saying => ({ summary, parts: [{ part: 'text', text: summary }] });
const say = (text: string) => ports.store.outbox.say({ key, channel: 'CIN', thread: '1.0', saying: saying(text) });
const wish = async (like = key) => {
  const [row] = await desk.database.query<{ id: bigint }>({
    text: 'select id from outbox where key like $1 order by id desc',
    values: [like],
  });
  return String(row?.id);
};
const deliver = async (id?: string) =>
  deliverWish.run({ wish: id ?? (await wish()) }, ports, new AbortController().signal);
const visible = () => slack.posts.map((post) => post.saying.summary);

test('is posted once and updated in place from then on', async () => {
  await say('Received.');
  await deliver();
  await say('Reading.');
  await say('Booked.');
  await deliver();
  await deliver();

  expect(visible()).toEqual(['Booked.']);
  expect(await ports.store.outbox.posted(key)).toEqual({ channel: 'CIN', ts: '101.0' });
});

test('a post that Slack took without answering is found again, not sent twice', async () => {
  await say('Received.');
  slack.fails('post', 1, true);
  await expect(deliver()).rejects.toThrow(/did not answer/);
  await deliver();

  expect(visible()).toEqual(['Received.']);
});

test('a post that Slack never got is sent again', async () => {
  await say('Received.');
  slack.fails('post', 2);
  await expect(deliver()).rejects.toThrow();
  await expect(deliver()).rejects.toThrow();
  await deliver();

  expect(visible()).toEqual(['Received.']);
});

test('a message somebody deleted is let go', async () => {
  await say('Received.');
  await deliver();
  slack.posts.splice(0);
  await say('Booked.');
  await deliver();
  await deliver();

  expect(visible()).toEqual([]);
});

test('a mark that may have arrived is taken away by the next one, whichever it was', async () => {
  const ts = '1700000000.000777';
  await ports.store.outbox.mark({ channel: 'CIN', ts, mark: 'eyes' });
  const id = await wish(`mark:CIN:${ts}`);
  slack.fails('mark', 1);
  await expect(deliver(id)).rejects.toThrow('Slack did not answer');
  await ports.store.outbox.mark({ channel: 'CIN', ts, mark: 'white_check_mark' });
  await deliver(id);
  expect(slack.cleared.at(-1)).toEqual(['eyes', 'warning', 'no_entry_sign']);

  await ports.store.outbox.mark({ channel: 'CIN', ts, mark: 'warning' });
  await deliver(id);
  expect(slack.cleared.at(-1)).toEqual(['white_check_mark']);
});

test('a mark replaces the one before, and is set once', async () => {
  const ts = `${runs}.5`;
  await ports.store.outbox.mark({ channel: 'CIN', ts, mark: 'eyes' });
  const id = await wish('%mark%').then((found) => (found === 'undefined' ? wish('%') : found));
  await deliver(id);
  await ports.store.outbox.mark({ channel: 'CIN', ts, mark: 'white_check_mark' });
  await deliver(id);

  expect(slack.marks.get(ts)).toBe('white_check_mark');
});

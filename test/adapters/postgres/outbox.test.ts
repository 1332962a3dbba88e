import { expect, test } from 'vitest';
import type { Saying } from '../../../src/domain/reply.ts';
import type { Wish } from '../../../src/ports/outbox.ts';
import { testDatabase } from '../../support/database.ts';

const { store, database } = await testDatabase();
const { outbox } = store;
const saying = (text: string): Saying => ({ summary: text, parts: [{ part: 'text', text }] });
const message = (key: string, text: string) => ({ key, channel: 'C1', thread: '1.1', saying: saying(text) });

async function waiting(): Promise<readonly bigint[]> {
  const tasks = await database.query<{ wish: string }>({
    text: `select data->>'wish' as wish from pgboss.job where name = 'deliver-wish' and state = 'created' order by created_on`,
    values: [],
  });
  return tasks.map(({ wish }) => BigInt(wish));
}

async function newest(): Promise<Wish> {
  const id = (await waiting()).at(-1);
  const wish = id === undefined ? null : await outbox.wish(id);
  if (wish === null) throw new Error('nothing waits');
  return wish;
}

test('a message is a wish and a task; said again it is the same wish, newer', async () => {
  await outbox.say(message('m1', 'reading'));
  const first = await newest();
  expect(first).toEqual({
    ...message('m1', 'reading'),
    id: first.id,
    kind: 'message',
    ts: null,
    version: 1,
    delivered: 0,
    attempted: false,
  });

  await outbox.say(message('m1', 'booked'));
  await outbox.say(message('m1', 'booked'));

  expect(await outbox.wish(first.id)).toEqual({ ...first, saying: saying('booked'), version: 2 });
  expect((await waiting()).filter((id) => id === first.id)).toHaveLength(1);
  expect(await outbox.wish(999_999n)).toBeNull();
});

test('what Slack took is remembered, and an older delivery does not undo a newer one', async () => {
  await outbox.say(message('m2', 'one'));
  const { id } = await newest();
  expect(await outbox.posted('m2')).toBeNull();

  await outbox.attempting(id);
  expect(await outbox.wish(id)).toMatchObject({ attempted: true });
  await outbox.delivered(id, 1, '5.5', null);
  await outbox.say(message('m2', 'two'));
  await outbox.delivered(id, 2, null, null);
  await outbox.delivered(id, 1, null, null);

  expect(await outbox.wish(id)).toMatchObject({ attempted: false, ts: '5.5', version: 2, delivered: 2 });
  expect(await outbox.posted('m2')).toEqual({ channel: 'C1', ts: '5.5' });
});

test('a mark follows its last wish, and what is shown stays known', async () => {
  await outbox.mark({ channel: 'C1', ts: '7.7', mark: 'eyes' });
  const { id } = await newest();
  await outbox.delivered(id, 1, null, 'eyes');

  await outbox.mark({ channel: 'C1', ts: '7.7', mark: 'white_check_mark' });

  expect(await outbox.wish(id)).toMatchObject({
    kind: 'mark',
    ts: '7.7',
    mark: 'white_check_mark',
    shown: 'eyes',
    version: 2,
    delivered: 1,
  });
  await outbox.mark({ channel: 'C1', ts: '7.7', mark: 'white_check_mark' });
  expect(await outbox.wish(id)).toMatchObject({ version: 2 });
});

test('rolled back, neither wish nor task ever was', async () => {
  const before = await waiting();

  const undone = store.transaction(async (inside) => {
    await inside.outbox.say(message('m3', 'never'));
    throw new Error('no');
  });

  await expect(undone).rejects.toThrow('no');
  expect(await waiting()).toEqual(before);
  await outbox.say(message('m3', 'now'));
  expect(await newest()).toMatchObject({ key: 'm3', version: 1 });
});

test('twenty that say the same message at once make one', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, i) => outbox.say(message('m4', `version ${i}`))));

  expect(await newest()).toMatchObject({ key: 'm4', version: 20 });
});

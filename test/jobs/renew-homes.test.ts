import { beforeAll, beforeEach, expect, test } from 'vitest';
import { deliverWish } from '../../src/jobs/deliver-wish.ts';
import { renewHomes } from '../../src/jobs/renew-homes.ts';
import { showInvoice } from '../../src/jobs/show-invoice.ts';
import { type Desk, partText, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';
import { smallWorkspace } from '../support/workspace.ts';

let desk: Desk;
const slack = smallWorkspace();
let ben: Awaited<ReturnType<typeof seated>>;
const never = new AbortController().signal;
const renew = () => renewHomes.run({}, desk.ports, never);
const timesOf = (person: string) => slack.homes.get(person)?.times;
const shown = (person: string) => (slack.homes.get(person)?.saying.parts ?? []).map(partText).join('\n');
const statement = (text: string) => desk.database.query<{ after: string | null }>({ text, values: [] });
const tasks = () =>
  statement("select (start_after > created_on)::text as after from pgboss.job where name = 'renew-homes'");

let booked = 0;
async function book(number = `R-${++booked}`) {
  const { id } = await desk.ports.store.ledger.book(
    newInvoice({ facts: facts({ number }), state: 'review' }),
    ben.may('invoice.add'),
  );
  await showInvoice.run({ invoice: String(id) }, desk.ports, never);
}

/** As if it were a while ago. */
const later = async () => {
  await statement(
    "update home set taken_at = taken_at - interval '1 minute', renewed_at = renewed_at - interval '1 minute', published_at = published_at - interval '1 minute'",
  );
  await statement('delete from pgboss.job');
};

beforeAll(async () => {
  desk = await testDesk({ workspace: slack.workspace });
  ben = await seated(desk.ports.store, 'UBEN', 'accountant');
});
beforeEach(async () => {
  slack.homes.clear();
  await statement('delete from home');
  await later();
});

test('a change is shown to those who look, once in five seconds, and to those whose Home it does not touch not at all', async () => {
  await book();
  expect(await tasks()).toEqual([]);
  for (const name of ['ben', 'cleo'] as const) await desk.happens('home-opened', undefined, name);
  await later();

  await book('FRESH');
  expect(await tasks()).toEqual([{ after: 'false' }]);
  await renew();
  expect(shown('UBEN')).toContain('FRESH');
  expect([timesOf('UBEN'), timesOf('UCLEO')]).toEqual([2, 1]);

  await book('SOON');
  await renew();
  expect(timesOf('UBEN')).toBe(2);
  expect(await tasks()).toContainEqual({ after: 'true' });

  await later();
  await renew();
  expect(shown('UBEN')).toContain('SOON');
  await renew();
  expect(timesOf('UBEN')).toBe(3);
});

test('not more than five at a time, and those who wait come next', async () => {
  const { store } = desk.ports;
  const crowd = ['UA1', 'UA2', 'UA3', 'UA4', 'UA5', 'UA6', 'UA7'];
  for (const id of crowd) {
    await seated(store, id, 'accountant');
    await store.homes.seen(id);
  }
  await later();
  await book();
  await renew();
  expect(slack.homes.size).toBe(5);
  await later();
  await renew();
  expect([...slack.homes.keys()].toSorted()).toEqual(crowd);
});

test('what a thread says anew goes on to the Homes; nobody renews one that was last opened days ago', async () => {
  const { homes, outbox } = desk.ports.store;
  const wish = async (text: string) => {
    await outbox.say({ key: 'share:1', channel: 'CIN', thread: '1.0', saying: { summary: text, parts: [] } });
    const [row] = await desk.database.query<{ id: bigint }>({ text: 'select max(id) as id from outbox', values: [] });
    await deliverWish.run({ wish: String(row?.id) }, desk.ports, never);
  };
  await desk.happens('home-opened', undefined, 'ben');
  await statement("update home set is_taken = false, opened_at = now() - interval '2 days'");
  await wish('Reading.');
  expect([await tasks(), await homes.isLeft()]).toEqual([[], false]);

  await desk.happens('home-opened', undefined, 'ben');
  await wish('Booked.');
  expect([(await tasks()).length, await homes.isLeft()]).toEqual([1, true]);
});

test('an older view never follows a newer one: whoever was faster stays, and it is drawn anew', async () => {
  await desk.happens('home-opened', undefined, 'ben');
  const { publishHome } = slack.workspace;
  let raced = false;
  const workspace: typeof slack.workspace = {
    ...slack.workspace,
    async publishHome(person, saying, hash) {
      if (!raced) {
        raced = true;
        await book('NEWER');
        await desk.happens('home-opened', undefined, 'ben'); // another replica shows what is newer
      }
      return publishHome(person, saying, hash);
    },
  };
  await book('OLDER');
  await later();
  await renewHomes.run({}, { ...desk.ports, workspace }, never);

  expect(raced).toBe(true);
  expect(shown('UBEN')).toContain('NEWER');
});

test('a hash that was lost on the way does not keep a Home old for ever', async () => {
  await desk.happens('home-opened', undefined, 'ben');
  await statement("update home set view_hash = 'lost'");
  await book('AFTER ALL');
  await later();
  await renew();

  expect(shown('UBEN')).toContain('AFTER ALL');
});

test('Slack being away leaves nobody out; somebody who is gone is forgotten, and a role that ended shows nothing any more', async () => {
  for (const name of ['ben', 'cleo'] as const) await desk.happens('home-opened', undefined, name);
  await desk.ports.store.homes.seen('UGONE');
  await book('LATE');
  await later();
  slack.fails('publishHome', 1);
  await expect(renew()).rejects.toThrow(/did not answer/);
  await later();
  await desk.ports.store.directory.unseat('UCLEO', 'left');
  await renew();

  expect(shown('UBEN')).toContain('LATE');
  expect(shown('UCLEO')).toBe('You have no role here. Ask an admin for one, then open this page again.');
});

import { beforeAll, expect, test } from 'vitest';
import type { Ports } from '../../src/engine/ports.ts';
import { interactions } from '../../src/interactions/all.ts';
import { takeEvent } from '../../src/jobs/take-event.ts';
import { type Desk, testDesk } from '../support/chat.ts';
import { smallWorkspace } from '../support/workspace.ts';

let desk: Desk;
let ports: Ports;
const slack = smallWorkspace();
beforeAll(async () => {
  desk = await testDesk();
  ports = { ...desk.ports, workspace: slack.workspace };
});

const signal = new AbortController().signal;
async function keep(id: string, by: string, channel = 'CIN') {
  const call = { id, origin: 'file', by, team: 'T1', channel, given: { file: `F${id}`, channel } };
  await ports.store.inbox.keep({ id, type: 'file_shared', body: { entry: 'file-shared', call, raw: {} } });
}
const take = (id: string) => takeEvent(interactions).run({ event: id }, ports, signal);
const shares = () => desk.database.query({ text: 'select from document_share', values: [] });
const handled = async (id: string) =>
  (
    await desk.database.query<{ handled_at: Date | null }>({
      text: 'select handled_at from slack_event where id = $1',
      values: [id],
    })
  )[0]?.handled_at;

test('hands an event to what it is for, however often it runs', async () => {
  await keep('Ev1', 'UCLEO');
  await take('Ev1');
  await take('Ev1');

  expect(await shares()).toHaveLength(1);
  expect(await handled('Ev1')).toBeInstanceOf(Date);
});

test('a refusal is whispered to the person where they shared', async () => {
  await keep('Ev2', 'UNOOR');
  await take('Ev2');

  expect(slack.whispers).toMatchObject([
    { person: 'UNOOR', saying: { summary: expect.stringMatching(/Ask an admin/) } },
  ]);
  expect(await shares()).toHaveLength(1);
});

test('what does not concern Penny is dropped unseen: no word, no line on record', async () => {
  await keep('Ev3', 'UNOOR', 'CLUNCH');
  await take('Ev3');

  expect(slack.whispers).toHaveLength(1);
  expect(await desk.database.query({ text: "select from audit_log where call = 'Ev3'", values: [] })).toHaveLength(0);
  expect(await handled('Ev3')).toBeInstanceOf(Date);
});

test('an event that is not there is nobody’s', async () => {
  await expect(take('EvNone')).resolves.toBeUndefined();
});

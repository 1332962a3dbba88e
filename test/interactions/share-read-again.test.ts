import { beforeAll, expect, test } from 'vitest';
import { shareControls } from '../../src/interactions/share-controls.ts';
import { control, type Desk, read, testDesk } from '../support/chat.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await testDesk();
});
async function trouble(slackFile: string, by = 'UCLEO') {
  const { documents } = desk.ports.store;
  const { share } = await documents.share({ slackFile, channel: 'CIN', slackUser: by });
  return documents.note(share.id, {
    state: 'needs_person',
    problem: 'No text.',
    fileName: 'blank.png',
    messageTs: slackFile,
  });
}
const jobs = async (id: bigint) =>
  (
    await desk.database.query({
      text: "select 1 from pgboss.job where name = 'read-document' and data ->> 'share' = $1",
      values: [String(id)],
    })
  ).length;

test('from the queue: the file is read anew, once for all who press, and that is on record', async () => {
  const share = await trouble('F1');
  const button = control(await desk.chat('/invoice review', 'cleo'), 'Read again');

  const replies = await Promise.all([desk.press(button, 'cleo'), desk.press(button, 'ben'), desk.press(button, 'ada')]);

  expect(replies.filter(({ kind }) => kind === 'quiet')).toHaveLength(1);
  expect(replies.map(read).filter((text) => /is being read already/.test(text))).toHaveLength(2);
  expect(await jobs(share.id)).toBe(1);
  expect(await desk.ports.store.documents.shareOf(share.id)).toMatchObject({ state: 'received', problem: null });
  expect(read(await desk.chat('/penny audit 20', 'ada'))).toContain(`document.read-again · share ${share.id}`);
});

test('an operator for their own alone; who has no role not at all', async () => {
  const share = await trouble('F2', 'UBEN');
  const [button] = shareControls(share);
  if (!button) throw new Error('there is no button');

  expect(read(await desk.press(button, 'cleo'))).toMatch(/There is no such file of yours/);
  expect(read(await desk.press(button, 'noor'))).toMatch(/Ask an admin/);
  expect(read(await desk.press({ ...button, value: '{"share":"1; drop"}' }, 'ben'))).toMatch(/older Penny/);
  expect(read(await desk.press({ ...button, value: '{"share":"999999"}' }, 'ben'))).toMatch(/There is no such file/);
  expect(await jobs(share.id)).toBe(0);
});

test('a file that was refused, or is booked, has no such button', async () => {
  const share = await trouble('F3');

  expect(shareControls({ ...share, state: 'refused' })).toEqual([]);
  expect(shareControls({ ...share, state: 'booked' })).toEqual([]);
});

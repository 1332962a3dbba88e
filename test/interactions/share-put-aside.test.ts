import { expect, test } from 'vitest';
import { shareControls } from '../../src/interactions/share-controls.ts';
import { sharePutAside } from '../../src/interactions/share-put-aside.ts';
import { control, partText, read, testDesk } from '../support/chat.ts';

const desk = await testDesk();
const { documents } = desk.ports.store;

async function trouble(slackFile: string, change: Parameters<typeof documents.note>[1] = {}) {
  const { share } = await documents.share({ slackFile, channel: 'CIN', slackUser: 'UCLEO' });
  const about = { problem: 'No text.', fileName: `${slackFile}.png`, messageTs: slackFile };
  return documents.note(share.id, { state: 'needs_person', ...about, ...change });
}
const draw = ({ id }: { readonly id: bigint }) => sharePutAside.draw({ share: String(id) });

test('from the queue: the file waits for nobody any more, its thread says who did that, and it is on record', async () => {
  const share = await trouble('F1');
  const button = control(await desk.chat('/invoice review', 'cleo'), 'Put aside');

  const replies = await Promise.all([desk.press(button, 'cleo'), desk.press(button, 'ben')]);

  expect(replies.map(read).toSorted()).toEqual([
    expect.stringMatching(/^F1\.png is put aside: it waits for nobody any more\.$/),
    expect.stringMatching(/^F1\.png needs nobody any more\./),
  ]);
  expect(read(await desk.chat('/invoice review', 'ben'))).not.toContain('F1.png');
  const [row] = await desk.database.query<{
    saying: Parameters<typeof partText>[0][] & { parts: Parameters<typeof partText>[0][] };
  }>({
    text: 'select saying from outbox where key = $1',
    values: [`share:${share.id}`],
  });
  expect(row?.saying.parts.map(partText).join('\n')).toMatch(
    /^F1\.png: No text\. (cleo|ben) put it aside\.\nNothing was booked\.$/,
  );
  expect(read(await desk.chat('/penny audit 20', 'ada'))).toContain(`document.put-aside · share ${share.id}`);
});

test('an operator for their own alone; a booked file, a table and a forged one not at all', async () => {
  const other = await trouble('F2');
  await desk.database.query({
    text: "update document_share set slack_user = 'UBEN' where id = $1",
    values: [other.id],
  });
  expect(read(await desk.press(draw(other), 'cleo'))).toMatch(/There is no such file of yours/);
  expect(read(await desk.press(draw(other), 'noor'))).toMatch(/Ask an admin/);

  const booked = await trouble('F3', { state: 'booked' });
  expect(read(await desk.press(draw(booked), 'ben'))).toMatch(/needs nobody any more/);

  const facts = { sha256: 'f'.repeat(64), size: 1, type: 'text/csv', name: 'spend.csv' } as const;
  const { document } = await documents.document(facts);
  const table = await trouble('F4', { documentId: document.id });
  expect(read(await desk.press(draw(table), 'ben'))).toMatch(/press “Not this one” in its thread/);
  expect(await documents.shareOf(table.id)).toMatchObject({ state: 'needs_person' });

  expect(read(await desk.press({ ...draw(other), value: '{"share":"1; drop"}' }, 'ben'))).toMatch(/older Penny/);
});

test('one that was refused in the inbox has this button alone', async () => {
  const { share } = await documents.drop({ key: 'x.bin', version: 'v1', name: 'x.bin' }, 'CIN');
  const noted = await documents.note(share.id, { state: 'needs_person', problem: 'A program.' });
  expect(shareControls(noted).map(({ label }) => label)).toEqual(['Put aside']);
});

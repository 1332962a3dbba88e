import { expect, test } from 'vitest';
import { readDocument } from '../../src/jobs/read-document.ts';
import { testDesk } from '../support/chat.ts';

test('Slack away: the try fails and is repeated; after the last one the person learns what to do', async () => {
  const desk = await testDesk();
  await desk.happens('file-shared', { file: 'F1', channel: 'CIN' }, 'cleo');
  const [row] = await desk.database.query<{ id: bigint }>({ text: 'select id from document_share', values: [] });
  const share = String(row?.id);

  await expect(readDocument.run({ share }, desk.ports, new AbortController().signal)).rejects.toThrow(/Slack is away/);
  await readDocument.gaveUp?.({ share }, desk.ports);

  expect(await desk.ports.store.documents.shareOf(BigInt(share))).toMatchObject({
    state: 'refused',
    problem: expect.stringMatching(/\/invoice add/),
  });
});

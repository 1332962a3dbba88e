import { expect, test } from 'vitest';
import { read } from '../support/chat.ts';
import { findingDesk } from '../support/findings.ts';

const { desk, book } = await findingDesk();
const { documents } = desk.ports.store;
const { document } = await documents.document({
  sha256: 'a'.repeat(64),
  size: 1,
  type: 'application/pdf',
  name: 'a.pdf',
});
const { share } = await documents.share({ slackFile: 'F1', channel: 'CIN', slackUser: 'UBEN' });
await documents.note(share.id, { documentId: document.id, state: 'booked' });
const pages = { documentId: document.id, source: 'slack_file' } as const;
await book({ number: 'P-1', vendor: 'Paper House' }, { ...pages, pageFrom: 1, pageTo: 1 });
const findOn = async (files: readonly string[], text: string, as: 'ben' | 'cleo' | 'noor' = 'ben') =>
  read(await desk.happens('find-on-penny', { channel: 'COLD', ts: '1.0', files, text }, as));

test('the invoice of its file, in whatever channel; all of them where there are more', async () => {
  expect(await findOn(['F1'], 'here you are')).toMatch(/^Invoice from Paper House\n/);
  await book({ number: 'P-2', vendor: 'Paper House', totalMinor: 1n }, { ...pages, pageFrom: 2, pageTo: 2 });
  expect(await findOn(['F9', 'F1'], '')).toMatch(/^2 invoices.*\nOf this file\./);
});

test('else what its words speak of: a number before a name', async () => {
  expect(await findOn([], 'Could you check <https://x.example|AC-17> please: *AC-17* is missing :pray:')).toMatch(
    /AC-17/,
  );
  expect(await findOn([], 'Did we pay Bolt last week?')).toMatch(/^Invoice from Bolt\n/);
  expect(await findOn([], 'Anything from Acme?')).toMatch(/^25 invoices/);
});

test('nothing, or nothing that they may see: one sentence and the next step', async () => {
  for (const [files, text, as] of [
    [['F9'], '', 'ben'],
    [['F1'], 'Acme', 'cleo'],
    [[], ':wave: <@U1>', 'ben'],
  ] as const)
    expect(await findOn(files, text, as)).toMatch(
      /^Penny knows no invoice of this message that you may see\. Type \/invoice find/,
    );
  expect(await findOn(['F1'], '', 'noor')).toMatch(/Ask an admin/);
});

import { beforeAll, expect, test } from 'vitest';
import type { Saying } from '../../src/domain/reply.ts';
import { showInvoice } from '../../src/jobs/show-invoice.ts';
import { type Desk, partText, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';
import { smallWorkspace } from '../support/workspace.ts';

let desk: Desk;
let cleo: Awaited<ReturnType<typeof seated>>;
beforeAll(async () => {
  desk = await testDesk({ workspace: smallWorkspace().workspace });
  cleo = await seated(desk.ports.store, 'UCLEO', 'operator');
});

const wishes = async () =>
  (
    await desk.database.query<{ key: string; thread: string; saying: Saying }>({
      text: "select key, thread, saying from outbox where kind = 'message' order by id",
      values: [],
    })
  ).map(({ key, thread, saying }) => ({ key, thread, text: saying.parts.map(partText).join('\n') }));
const show = (id: bigint) => showInvoice.run({ invoice: String(id) }, desk.ports, new AbortController().signal);

test('a file of two invoices: the first takes the message that followed the reading, the second gets its own, in the same thread', async () => {
  const { documents, ledger } = desk.ports.store;
  const { document } = await documents.document({
    sha256: 'a'.repeat(64),
    size: 1,
    type: 'application/pdf',
    name: 'two.pdf',
  });
  const { share } = await documents.share({ slackFile: 'F1', channel: 'CIN', slackUser: 'UCLEO' });
  await documents.note(share.id, { documentId: document.id, messageTs: '1.0', fileName: 'two.pdf' });
  const book = (number: string, pageFrom: number) =>
    ledger.book(
      newInvoice({
        facts: facts({ number }),
        documentId: document.id,
        pageFrom,
        pageTo: pageFrom,
        source: 'slack_file',
      }),
      cleo.may('document.share'),
    );
  const [one, two] = [await book('N-1', 1), await book('N-2', 2)];
  for (const { id } of [two, one, two]) await show(id);

  const shown = await wishes();
  expect(shown).toHaveLength(2);
  expect(shown.find(({ key }) => key === `share:${share.id}`)?.text).toContain('N-1');
  expect(shown.find(({ key }) => key === `invoice:${two.id}`)).toMatchObject({
    thread: '1.0',
    text: expect.stringContaining('N-2'),
  });
});

test('an invoice typed in has no thread, and that is fine', async () => {
  const typed = await desk.ports.store.ledger.book(
    newInvoice({ facts: facts({ number: 'T-1' }) }),
    cleo.may('invoice.add'),
  );
  await show(typed.id);

  expect((await wishes()).filter(({ text }) => text.includes('T-1'))).toEqual([]);
});

test('a held one links to the message of the first', async () => {
  const { documents, ledger } = desk.ports.store;
  const [first] = await desk.database.query<{ id: bigint }>({
    text: "select id from invoice where number = 'N-1'",
    values: [],
  });
  const { document } = await documents.document({
    sha256: 'b'.repeat(64),
    size: 1,
    type: 'application/pdf',
    name: 'twin.pdf',
  });
  const { share } = await documents.share({ slackFile: 'F2', channel: 'CIN', slackUser: 'UCLEO' });
  await documents.note(share.id, { documentId: document.id, messageTs: '2.0' });
  const twin = newInvoice({
    facts: facts({ number: 'N-1' }),
    state: 'held',
    duplicateOf: first?.id ?? null,
    documentId: document.id,
    pageFrom: 1,
    pageTo: 1,
    source: 'slack_file',
  });
  await show((await ledger.book(twin, cleo.may('document.share'))).id);

  const [row] = await desk.database.query<{ saying: Saying }>({
    text: 'select saying from outbox where key = $1',
    values: [`share:${share.id}`],
  });
  expect(JSON.stringify(row?.saying)).toContain('https://slack.example/archives/CIN/1.0');
  expect((row?.saying.parts ?? []).map(partText).join('\n')).toContain('[Same invoice] [Different invoice]');
});

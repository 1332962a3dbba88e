import { expect, test } from 'vitest';
import { showInvoice } from '../../src/jobs/show-invoice.ts';
import { control, read, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';
import { buttonOnInvoice } from '../support/press.ts';

const paper = async (ledger: { document: bigint }, number: string) =>
  newInvoice({
    facts: facts({ number }),
    state: 'review',
    source: 'slack_file',
    documentId: ledger.document,
    pageFrom: 1,
    pageTo: 1,
  });

buttonOnInvoice('invoice-discard', {
  label: 'Not an invoice',
  becomes: 'deleted',
  refusal: /There is no invoice \d+ of yours, so you cannot take it out/,
  begin: async (ledger, ben, store) =>
    (await ledger.book(await paper({ document: await someFile(store) }, 'D-1'), ben.may('document.share'))).id,
});

const someFile = async ({
  documents,
}: {
  documents: Awaited<ReturnType<typeof testDesk>>['ports']['store']['documents'];
}) =>
  (await documents.document({ sha256: 'd'.repeat(64), size: 1, type: 'application/pdf', name: 'd.pdf' })).document.id;

test('its file is marked, its card says who says so, and Undo brings both back', async () => {
  const desk = await testDesk();
  const { documents, ledger } = desk.ports.store;
  const cleo = await seated(desk.ports.store, 'UCLEO', 'operator');
  const document = await someFile(desk.ports.store);
  const { share } = await documents.share({ slackFile: 'F1', channel: 'CIN', slackUser: 'UCLEO' });
  await documents.note(share.id, { documentId: document, messageTs: '1.0', fileName: 'd.pdf' });
  const { id } = await ledger.book(await paper({ document }, 'D-2'), cleo.may('document.share'));
  const shown = async () => {
    await showInvoice.run({ invoice: String(id) }, desk.ports, new AbortController().signal);
    const rows = await desk.database.query<{ kind: string; mark: string; saying: unknown }>({
      text: 'select kind, mark, saying from outbox order by kind',
      values: [],
    });
    return {
      mark: rows.find(({ kind }) => kind === 'mark')?.mark,
      card: JSON.stringify(rows.map(({ saying }) => saying)),
    };
  };
  expect((await shown()).mark).toBe('warning');

  await desk.press(control(await desk.chat(`/invoice show ${id}`, 'cleo'), 'Not an invoice'), 'cleo');
  const out = await shown();
  expect(out.mark).toBe('no_entry_sign');
  expect(out.card).toMatch(/is not an invoice and counts nowhere[\s\S]*Not an invoice, says ucleo/);

  await desk.press(control(await desk.chat(`/invoice show ${id}`, 'cleo'), 'Undo'), 'cleo');
  expect((await shown()).mark).toBe('warning');
  expect(read(await desk.chat(`/invoice show ${id}`, 'cleo'))).toMatch(
    /found to be no invoice by ucleo[\s\S]*restored by ucleo/,
  );
});

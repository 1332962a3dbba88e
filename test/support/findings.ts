import { testDesk } from './chat.ts';
import { facts, newInvoice, seated } from './people.ts';
import { smallWorkspace } from './workspace.ts';

/** A desk with 25 invoices of Acme in March, each of one euro more; one of Bolt, held; and one that Cleo sent. */
export async function findingDesk() {
  const slack = smallWorkspace();
  const desk = await testDesk({ workspace: slack.workspace });
  const { store } = desk.ports;
  const [ben, cleo] = [await seated(store, 'UBEN', 'accountant'), await seated(store, 'UCLEO', 'operator')];
  const book = async (change: Parameters<typeof facts>[0], more: Parameters<typeof newInvoice>[0] = {}, as = ben) =>
    (
      await store.ledger.book(
        newInvoice({ facts: facts({ netMinor: null, taxMinor: null, ...change }), ...more }),
        as.may('invoice.add'),
      )
    ).id;
  for (let n = 1; n <= 25; n += 1)
    await book({
      number: `AC-${n}`,
      vendor: 'Acme',
      date: `2026-03-${String(n).padStart(2, '0')}`,
      totalMinor: BigInt(n * 100),
    });
  await book({ number: 'B-1', vendor: 'Bolt', date: '2026-03-02', totalMinor: 7_00n }, { state: 'held' });
  await book({ number: 'C-1', vendor: 'Corner Shop', date: '2026-02-02', totalMinor: 5_00n }, {}, cleo);
  return {
    desk,
    slack,
    book,
    find: (words: string, as: 'ada' | 'ben' | 'cleo' | 'noor' = 'ben') =>
      desk.chat(`/invoice find ${words}`.trim(), as),
  };
}

import { testDesk } from './chat.ts';
import { facts, newInvoice, seated } from './people.ts';
import { smallWorkspace } from './workspace.ts';

/** A desk with three invoices of two vendors, and the answer to who got most of the money in March. */
export async function answeringDesk() {
  const slack = smallWorkspace();
  const desk = await testDesk({ workspace: slack.workspace });
  const ben = await seated(desk.ports.store, 'UBEN', 'accountant');
  const book = (number: string, vendor: string, date: string, totalMinor: bigint) =>
    desk.ports.store.ledger.book(
      newInvoice({ facts: facts({ number, vendor, date, totalMinor, netMinor: null, taxMinor: null }) }),
      ben.may('invoice.add'),
    );
  await book('1', 'Nordlicht', '2026-03-02', 120_000n);
  await book('2', 'Blue Paper', '2026-03-10', 30_000n);
  await book('3', 'Blue Paper', '2026-02-10', 50_000n);
  return { desk, slack, answer: (words = 'vendors 2026-03') => desk.chat(`/spend ${words}`, 'ben') };
}

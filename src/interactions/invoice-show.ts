import type { Grant } from '../domain/access.ts';
import { Fault } from '../domain/fault.ts';
import { InvoiceRef } from '../domain/invoice.ts';
import type { Part, Reply } from '../domain/reply.ts';
import { button } from '../engine/interaction.ts';
import type { Ports } from '../engine/ports.ts';
import { fileLink } from '../workflows/file-link.ts';
import { invoiceMessage } from '../workflows/invoice-message.ts';
import { picturesOf } from '../workflows/invoice-pictures.ts';
import { invoiceStory } from '../workflows/invoice-story.ts';
import { invoiceTable } from '../workflows/invoice-table.ts';
import { trustParts } from '../workflows/vendor-trust.ts';
import { fieldDoubts } from './invoice-check-field.ts';
import { invoiceControls } from './invoice-controls.ts';
import { trustButtons } from './trust-vendor-ask.ts';

/** An invoice as `/invoice show` answers it: the card with all buttons that this person may press, where its file is, its lines, its history. */
export const invoiceShow = button({
  name: 'invoice-show',
  needs: 'invoice.read-own',
  look: { label: 'Show' },
  value: InvoiceRef,

  run: ({ invoice }, { grant, ports }) => showPrivately(BigInt(invoice), grant, ports),
});

export async function showPrivately(id: bigint, grant: Grant<'invoice.read-own'>, ports: Ports): Promise<Reply> {
  const { ledger } = ports.store;
  const invoice = await ledger.invoice(id, grant);
  if (invoice === null)
    throw new Fault(
      'missing',
      `There is no invoice #${id} that you may see. The number stands on its card, after “Booked as”.`,
    );
  const controls = invoiceControls(invoice, grant.actor);
  const card = await invoiceMessage(invoice, { controls, doubts: fieldDoubts(invoice) }, ports);
  const trust = await trustParts(
    { invoice: id, actor: grant.actor, buttons: trustButtons(id, invoice.selfConfirmed) },
    ports,
  );
  const { page } = await picturesOf(invoice, ports);
  const parts: readonly Part[] = [
    ...card.parts,
    ...trust,
    ...(await fileLink(invoice, ports)),
    ...invoiceTable(invoice),
    ...(page ? [{ part: 'picture', picture: page, title: `Page ${invoice.pageFrom}` } as const] : []),
    ...invoiceStory(await ledger.history(id)),
  ];
  return { kind: 'say', to: 'person', saying: { ...card, parts } };
}

import { z } from 'zod';
import type { Grant } from '../domain/access.ts';
import { InvoiceFilter } from '../domain/invoice-filter.ts';
import type { Control, Reply } from '../domain/reply.ts';
import { button } from '../engine/interaction.ts';
import type { Ports } from '../engine/ports.ts';
import { invoiceList } from '../workflows/invoice-list.ts';
import { invoiceOpen } from './invoice-open.ts';

const mostPaged = 1_000_000;

/** Another page of a list of invoices, in its place. */
export const invoicePage = button({
  name: 'invoice-page',
  needs: 'invoice.read-own',
  look: { label: 'Next page' },
  value: z.strictObject({ filter: InvoiceFilter, from: z.int().min(0).max(mostPaged) }),

  async run({ filter, from }, { grant, ports }) {
    return { ...(await listInvoices(filter, grant, ports, from)).reply, replaces: true };
  },
});

/** The invoices that the filter means, as a list: a page of it, which opens its invoices and the pages beside it. To the person alone. */
export async function listInvoices(filter: InvoiceFilter, grant: Grant<'invoice.read-own'>, ports: Ports, from = 0) {
  const to = (label: string, place: number | null): readonly Control[] =>
    place === null ? [] : [{ ...invoicePage.draw({ filter, from: place }), label }];
  const { saying, found } = await invoiceList(
    filter,
    from,
    {
      grant,
      controls: ({ choices, back, next }) => [
        invoiceOpen.draw({}, choices),
        ...to('Previous page', back),
        ...to('Next page', next),
      ],
    },
    ports,
  );
  const reply: Extract<Reply, { readonly kind: 'say' }> = { kind: 'say', to: 'person', saying };
  return { reply, found };
}

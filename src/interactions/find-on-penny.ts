import { z } from 'zod';
import type { Grant } from '../domain/access.ts';
import { Fault } from '../domain/fault.ts';
import type { InvoiceFilter } from '../domain/invoice-filter.ts';
import type { Reply } from '../domain/reply.ts';
import { happening } from '../engine/interaction.ts';
import type { Ports } from '../engine/ports.ts';
import { listInvoices } from './invoice-page.ts';
import { showPrivately } from './invoice-show.ts';

/** The message shortcut "Find on Penny": the invoices of the message's file, or those that its words speak of. */
export const findOnPenny = happening({
  name: 'find-on-penny',
  origin: 'shortcut',
  needs: 'invoice.read-own',
  given: z.object({ files: z.array(z.string()), text: z.string() }),

  async run({ files, text }, { grant, ports }) {
    const documents = await Promise.all(files.map((file) => ports.store.documents.ofFile(file)));
    const filters: readonly InvoiceFilter[] = [
      ...documents.flatMap((id) => (id === null ? [] : [{ document: String(id) }])),
      ...guesses(text).map((words): InvoiceFilter => ({ words, states: ['review', 'booked', 'confirmed', 'held'] })),
    ];
    return firstFound(filters, grant, ports);
  },
});

async function firstFound(
  filters: readonly InvoiceFilter[],
  grant: Grant<'invoice.read-own'>,
  ports: Ports,
): Promise<Reply> {
  for (const filter of filters) {
    const { reply, found } = await listInvoices(filter, grant, ports);
    const [only] = found.total === 1 ? found.invoices : [];
    if (only) return showPrivately(only.id, grant, ports);
    if (found.total > 0) return reply;
  }
  const next = 'Type /invoice find with a word or two that stand on the invoice.';
  throw new Fault('missing', `Penny knows no invoice of this message that you may see. ${next}`);
}

const mostNumbers = 3;
const mostWords = 5;

/** What in a message may lead to an invoice: first what looks like a number of one, then its longer words together. What Slack writes for people, channels and links is none. */
function guesses(text: string): readonly string[] {
  const words = text
    .replaceAll(/<[^>]*>|:[a-z0-9_+-]+:|[*_~`]/g, ' ')
    .split(/\s+/)
    .map((word) => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word.length > 2);
  const numbers = words.filter((word) => word.length > 3 && /\d/.test(word)).slice(0, mostNumbers);
  const others = words.filter((word) => /^\p{L}/u.test(word)).slice(0, mostWords);
  const named = words.filter((word) => /^\p{Lu}/u.test(word)).slice(0, mostWords);
  return [...numbers, others.join(' '), ...named].filter((guess) => guess !== '');
}

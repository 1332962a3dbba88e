import { z } from 'zod';
import type { Grant } from '../domain/access.ts';
import { dayOf } from '../domain/calendar.ts';
import { longestWords } from '../domain/invoice-filter.ts';
import type { Form, Reply } from '../domain/reply.ts';
import { wholeNumber } from '../domain/search-words.ts';
import { numberKey } from '../domain/vendor.ts';
import { modal } from '../engine/interaction.ts';
import type { Ports } from '../engine/ports.ts';
import { askedInvoices } from '../workflows/asked-invoices.ts';
import { listInvoices } from './invoice-page.ts';
import { showPrivately } from './invoice-show.ts';

/** The form with one field for what `/invoice find` would be asked. */
export const findInvoice = modal({
  name: 'find-invoice',
  needs: 'invoice.read-own',
  title: 'Find an invoice',
  submitLabel: 'Find',
  given: z.object({ words: z.string('Say what to look for.').max(2 * longestWords, 'A few words are enough.') }),

  run: ({ words }, { grant, ports }) => answerFind(words, grant, ports),
});

export const findInvoiceForm = (): Form =>
  findInvoice.draw([
    {
      name: 'words',
      ask: 'words',
      label: 'What do you remember of it?',
      hint: 'Words of the vendor, the number, the items or the paper; and over 500, since march, status:review, "words that stand together".',
      placeholder: 'acme over 500 since march',
    },
  ]);

/** The list of what was asked for; where that is one invoice by its number, that one itself. */
export async function answerFind(text: string, grant: Grant<'invoice.read-own'>, ports: Ports): Promise<Reply> {
  const filter = askedInvoices(text, dayOf(ports.clock.now(), grant.actor.zone));
  const { reply, found } = await listInvoices(filter, grant, ports);
  const [only] = found.total === 1 ? found.invoices : [];
  const number = filter.number ? numberKey(filter.number) : wholeNumber(filter.words ?? '');
  const isThat = only && (filter.invoice !== undefined || (only.number && numberKey(only.number) === number));
  return isThat ? showPrivately(only.id, grant, ports) : reply;
}

import { type Grant, may } from '../domain/access.ts';
import type { Invoice } from '../domain/invoice.ts';
import { type InvoiceFilter, saidFilter, saidParts, stateNames } from '../domain/invoice-filter.ts';
import { formatMoney, toDecimal } from '../domain/money.ts';
import type { Choices, Control, Part, Saying } from '../domain/reply.ts';
import type { Ports } from '../engine/ports.ts';
import type { FoundInvoices, FoundSum } from '../ports/ledger.ts';
import { shownMoney } from './invoice-card.ts';

/** Invoices on a page. */
export const perPage = 20;

type Look = {
  /** What can be pressed under the list; the pages beside it begin at these places, null where there is none. */
  readonly controls: (list: {
    readonly choices: Choices;
    readonly back: number | null;
    readonly next: number | null;
  }) => readonly Control[];
};

/** The invoices that the filter means, a page of them from that place on: what they come to, a table, and what to press. */
export async function invoiceList(
  filter: InvoiceFilter,
  from: number,
  { grant, controls }: Look & { readonly grant: Grant<'invoice.read-own'> },
  { store }: Pick<Ports, 'store'>,
): Promise<{ readonly saying: Saying; readonly found: FoundInvoices }> {
  const found = await store.ledger.find(grant, filter, { from, most: perPage });
  const own = may(grant.actor, 'invoice.read') ? '' : ' among what you sent';
  if (found.total === 0) return { saying: nothing(filter, own), found };
  const title = headline(found);
  const said = saidFilter(filter);
  const { invoices, total, isAll } = found;
  const [back, next] = [
    from > 0 ? Math.max(0, from - perPage) : null,
    from + invoices.length < total ? from + perPage : null,
  ];
  const notes = [said && capital(`${said}${own}.`), left(found)].filter(Boolean).join(' ');
  const parts: readonly Part[] = [
    { part: 'heading', text: title },
    ...(notes ? [{ part: 'note', text: notes } as const] : []),
    ...(invoices.length > 0
      ? [
          tableOf(
            invoices,
            `${from + 1} to ${from + invoices.length} of ${isAll ? '' : 'more than '}${total.toLocaleString('en-GB')}, ${filter.words ? 'the best first' : 'the newest first'}`,
          ),
        ]
      : []),
    { part: 'controls', controls: controls({ choices: [{ options: invoices.map(optionOf) }], back, next }) },
  ];
  return { saying: { summary: said ? `${title}: ${said}` : title, parts }, found };
}

/** "37 invoices, €12,400.00 in all". Unlike currencies are named one by one; what is held or deleted is no money spent, unless all of it is. */
function headline({ total, isAll, sums }: FoundInvoices): string {
  const many = `${isAll ? '' : 'More than '}${total.toLocaleString('en-GB')} ${total === 1 ? 'invoice' : 'invoices'}`;
  const spent = sums.filter(({ counts }) => counts);
  const money = (spent.length > 0 ? spent : sums).map(moneyOf);
  if (!isAll || money.length === 0) return many;
  const shown = money.length > 4 ? [...money.slice(0, 3), `${money.length - 3} other currencies`] : money;
  return `${many}, ${new Intl.ListFormat('en-GB').format(shown)} in all`;
}

const moneyOf = ({ currency, minor }: FoundSum): string =>
  currency === null ? toDecimal(minor, null) : formatMoney({ minor, currency });

/** What the sum leaves out. */
function left({ sums, isAll }: FoundInvoices): string {
  const out = sums.filter(({ counts }) => !counts).reduce((count, { invoices }) => count + invoices, 0);
  if (!isAll || out === 0 || sums.every(({ counts }) => !counts)) return '';
  return `${out.toLocaleString('en-GB')} of them ${out === 1 ? 'is' : 'are'} held or deleted and not in the sum.`;
}

const tableOf = (invoices: readonly Invoice[], caption: string): Part => ({
  part: 'table',
  caption,
  columns: ['#', 'Date', 'Vendor', 'Number', 'Amount', 'State'],
  rows: invoices.map((invoice) => [
    String(invoice.id),
    invoice.date ?? '',
    invoice.vendor ?? '',
    invoice.number ?? '',
    shownMoney(invoice, invoice.totalMinor) ?? '',
    stateNames[invoice.state],
  ]),
  numeric: [0, 1, 4], // which are not broken into lines
});

const optionOf = (invoice: Invoice): readonly [string, string] => {
  const about = [invoice.vendor ?? 'unknown vendor', invoice.number, shownMoney(invoice, invoice.totalMinor)];
  return [String(invoice.id), `#${invoice.id} ${about.filter(Boolean).join(' · ')}`];
};

/** What was understood, and what to leave out. */
function nothing(filter: InvoiceFilter, own: string): Saying {
  const parts = saidParts(filter);
  const summary =
    parts.length === 0
      ? `There is no invoice${own} yet. Share one, and it can be found.`
      : `No invoice${own} fits ${parts.join(', ')}. ${looser(filter, parts.length)}`;
  return { summary, parts: [{ part: 'text', text: summary }] };
}

function looser({ words, dates, due, states }: InvoiceFilter, parts: number): string {
  if (words?.includes('"')) return 'Try the words without quotes: they need not stand together then.';
  if (words?.includes(' ')) return 'Try fewer words: each of them must stand somewhere on the invoice.';
  if (dates || due) return 'Try a longer period, or none.';
  if (parts > 1) return 'Leave one of these out.';
  return words && !states?.includes('deleted')
    ? 'Try another word, or status:deleted for what was taken out.'
    : 'Try another value.';
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

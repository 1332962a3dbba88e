import { likeness } from '../domain/duplicate.ts';
import { type Invoice, sureFrom } from '../domain/invoice.ts';
import { formatMoney, toDecimal } from '../domain/money.ts';
import type { DocumentKind, FieldName } from '../domain/reading.ts';
import type { Button, Control, Part, Saying, Span, Text } from '../domain/reply.ts';
import { noPictures, type PaperPictures } from './invoice-pictures.ts';

/** A field in doubt and what to press about it: `check` asks for it alone, `right` says that it is as it `reads`; null where nothing was read. */
export type Doubt = {
  readonly field: FieldName;
  readonly word: string;
  readonly reads: string | null;
  readonly check: Button;
  readonly right: Button | null;
};

export type CardOptions = {
  readonly controls: readonly Control[];
  readonly doubts?: readonly Doubt[];
  readonly pictures?: PaperPictures;
  /** The first one and its message, when this looks like a duplicate. */
  readonly first?: Invoice | null;
  readonly firstLink?: string | null;
  /** Who changed it last, and how: ["Confirmed by ", {person}]. */
  readonly byline?: Text;
};

/** An invoice as a message in its thread: what was read, how sure each is, what to do next. */
export function invoiceCard(
  invoice: Invoice,
  { controls, doubts = [], pictures = noPictures, first = null, firstLink = null, byline }: CardOptions,
): Saying {
  const parts: Part[] = [
    { part: 'heading', text: title(invoice) },
    { part: 'text', text: standing(invoice, firstLink), ...(pictures.page && { beside: pictures.page }) },
    ...(first && invoice.state === 'held' ? [compared(invoice, first)] : []),
    { part: 'facts', facts: facts(invoice) },
  ];
  const failed = invoice.checks.filter((check) => !check.ok);
  if (failed.length > 0)
    parts.push({ part: 'text', text: [{ bold: 'Please check: ' }, failed.map((check) => check.says).join(' ')] });
  parts.push(...settling(invoice, doubts, pictures));
  if (invoice.takenBy) parts.push({ part: 'note', text: [nameOf(invoice.takenBy), ' is on it.'] });
  if (byline) parts.push({ part: 'note', text: byline });
  if (controls.length > 0) parts.push({ part: 'controls', controls });
  parts.push({ part: 'note', text: provenance(invoice) });
  return { summary: summary(invoice), parts };
}

/** Each doubt with the paper around its value, where Slack has a picture of it; the others share a row of buttons. */
function settling(invoice: Invoice, doubts: readonly Doubt[], { around }: PaperPictures): readonly Part[] {
  const bare = doubts.filter(({ field }) => around[field] === undefined);
  return [
    ...doubts.flatMap(({ field, word, reads, check, right }): readonly Part[] => {
      const picture = around[field];
      if (!picture) return [];
      return [
        { part: 'picture', picture, title: `Is the ${word} ${shownAmount(invoice, field) ?? reads}?` },
        { part: 'controls', controls: [...(right ? [right] : []), check] },
      ];
    }),
    ...(bare.length > 0 ? [{ part: 'controls', controls: bare.map(({ check }) => check) } as const] : []),
  ];
}

function shownAmount(invoice: Invoice, field: FieldName): string | null {
  const amounts = { net: invoice.netMinor, tax: invoice.taxMinor, total: invoice.totalMinor };
  return field in amounts ? shownMoney(invoice, amounts[field as keyof typeof amounts]) : null;
}

const kindNames: Readonly<Record<DocumentKind, string>> = {
  invoice: 'Invoice',
  credit_note: 'Credit note',
  receipt: 'Receipt',
};

const title = (invoice: Invoice): string =>
  `${kindNames[invoice.kind]} from ${invoice.vendor ?? 'an unknown vendor'}`.slice(0, 150);

/** One line that says it all: "Invoice INV-7 from Acme Ltd. over €1,234.50 is booked as #12." */
export function summary(invoice: Invoice): string {
  const amount = shownMoney(invoice, invoice.totalMinor);
  const number = invoice.number ? ` ${invoice.number}` : '';
  return `${kindNames[invoice.kind]}${number} from ${invoice.vendor ?? 'an unknown vendor'}${amount ? ` over ${amount}` : ''} ${inWords[invoice.state]} as #${invoice.id}.`;
}

const inWords = {
  review: 'needs a look and is booked',
  booked: 'is booked',
  confirmed: 'is confirmed',
  held: 'may be a duplicate and is held',
  deleted: 'was deleted, it was booked',
} as const;

function standing(invoice: Invoice, firstLink: string | null): Text {
  const ref: Span = { bold: `#${invoice.id}` };
  switch (invoice.state) {
    case 'booked':
      return ['Booked as ', ref, certainty(invoice)];
    case 'confirmed':
      return ['Booked as ', ref, invoice.selfConfirmed ? ' and confirmed by itself.' : ' and confirmed.'];
    case 'deleted':
      return removed(invoice, ref, firstLink);
    case 'held':
      return [
        'Held as ',
        ref,
        ': it looks the same as ',
        firstOf(invoice, firstLink),
        '. It counts nowhere until somebody decides.',
      ];
    case 'review':
      return ['Booked as ', ref, '. Somebody should look at what is marked below.'];
  }
}

function certainty({ confidence, source }: Invoice): string {
  if (source === 'manual') return '.';
  if (confidence.total === undefined) return '. Somebody has looked at every field.';
  const all = Object.values(confidence).every((one) => one >= sureFrom);
  return all
    ? '. Every field was read with certainty.'
    : '. All that matters was read with certainty; the rest is marked.';
}

function removed(invoice: Invoice, ref: Span, firstLink: string | null): Text {
  switch (invoice.removedWhy) {
    case 'not_an_invoice':
      return [ref, ' is not an invoice and counts nowhere.'];
    case 'same':
      return [ref, ' is the same as ', firstOf(invoice, firstLink), ' and counts nowhere.'];
    case 'replaced':
      return [ref, ' was replaced by a later one and counts nowhere.'];
    default:
      return [ref, ' was deleted and counts nowhere.'];
  }
}

/** What is equal and what differs, so that nobody needs to open both. */
function compared(invoice: Invoice, other: Invoice): Part {
  const { equal, differs } = likeness(invoice, other);
  const text: Text = [
    { bold: 'Equal: ' },
    equal.length > 0 ? equal.join(', ') : 'nothing',
    '\n',
    { bold: 'Different: ' },
    differs.length > 0 ? differs.join(' · ') : 'nothing that Penny compares',
  ];
  return { part: 'text', text };
}

const firstOf = (invoice: Invoice, link: string | null): Span =>
  link ? { link, label: `#${invoice.duplicateOf}` } : `#${invoice.duplicateOf}`;

function facts(invoice: Invoice): readonly (readonly [string, Text])[] {
  const rows: readonly (readonly [string, FieldName, Text | null])[] = [
    ['Vendor', 'vendor', invoice.vendor],
    ['Number', 'invoice_number', invoice.number],
    ['Date', 'date', invoice.date && [{ day: invoice.date }]],
    ['Due', 'due_date', invoice.dueDate && [{ day: invoice.dueDate }]],
    ['Net', 'net', shownMoney(invoice, invoice.netMinor)],
    ['Tax', 'tax', shownMoney(invoice, invoice.taxMinor)],
    ['Total', 'total', shownMoney(invoice, invoice.totalMinor)],
    ['Currency', 'currency', invoice.currency],
  ];
  const shown = rows.filter(([, field, value]) => value !== null || !mayBeAbsent.has(field));
  return [
    ...shown.map(([label, field, value]) => [label, graded(invoice, field, value)] as const),
    ...category(invoice),
  ];
}

const category = (invoice: Invoice): readonly (readonly [string, Text])[] =>
  invoice.category ? [['Category', invoice.category]] : [];

/** Receipts and small invoices do not state these; their absence needs no person. */
const mayBeAbsent: ReadonlySet<FieldName> = new Set(['due_date', 'net', 'tax']);

/** Says in words how far to trust a value; a person's own typing needs no grade. */
function graded(invoice: Invoice, field: FieldName, value: Text | null): Text {
  if (value === null) return [{ italic: 'not found, please add' }];
  const confidence = invoice.state === 'confirmed' ? undefined : invoice.confidence[field];
  const spans: readonly Span[] = typeof value === 'string' ? [value] : value;
  if (confidence === undefined) return spans;
  return [...spans, ' · ', confidence >= sureFrom ? 'sure' : { bold: 'please check' }];
}

/** The amount as people read it; without its currency where that is not known. */
export const shownMoney = (invoice: Pick<Invoice, 'currency'>, minor: bigint | null): string | null => {
  if (minor === null) return null;
  return invoice.currency ? formatMoney({ minor, currency: invoice.currency }) : toDecimal(minor, null);
};

/** Somebody, as Slack shows people. */
export const nameOf = ({ name, slackUser }: Pick<Invoice['addedBy'], 'name' | 'slackUser'>): Span =>
  slackUser ? { person: slackUser } : name;

function provenance(invoice: Invoice): Text {
  const lines = invoice.lines.length === 1 ? '1 line' : `${invoice.lines.length} lines`;
  return [...origin(invoice), invoice.lines.length > 0 ? ` · ${lines} of items` : ''];
}

function origin({ source, addedBy }: Invoice): readonly Span[] {
  const who = nameOf(addedBy);
  if (source === 'drop') return ['Read from a file in the inbox'];
  if (source === 'slack_file') return ['Read from a file of ', who];
  if (source === 'manual') return ['Typed in by ', who];
  if (source !== 'e_invoice') return ['Added by ', who];
  return addedBy.slackUser === null
    ? ['Taken exactly from an e-invoice in the inbox']
    : ['Taken exactly from the e-invoice of ', who];
}

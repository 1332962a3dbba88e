import { likeness } from '../domain/duplicate.ts';
import { type Invoice, sureFrom } from '../domain/invoice.ts';
import { formatMoney, toDecimal } from '../domain/money.ts';
import type { DocumentKind, FieldName } from '../domain/reading.ts';
import type { Control, Part, Saying, Span, Text } from '../domain/reply.ts';

export type CardOptions = {
  readonly controls: readonly Control[];
  /** One for each field in doubt; they stand with the fields. */
  readonly fields?: readonly Control[];
  /** The first one and its message, when this looks like a duplicate. */
  readonly first?: Invoice | null;
  readonly firstLink?: string | null;
  /** Who changed it last, and how: ["Confirmed by ", {person}]. */
  readonly byline?: Text;
};

/** An invoice as a message in its thread: what was read, how sure each is, what to do next. */
export function invoiceCard(
  invoice: Invoice,
  { controls, fields = [], first = null, firstLink = null, byline }: CardOptions,
): Saying {
  const parts: Part[] = [
    { part: 'heading', text: title(invoice) },
    { part: 'text', text: standing(invoice, firstLink) },
    ...(first && invoice.state === 'held' ? [compared(invoice, first)] : []),
    { part: 'facts', facts: facts(invoice) },
  ];
  const failed = invoice.checks.filter((check) => !check.ok);
  if (failed.length > 0)
    parts.push({ part: 'text', text: [{ bold: 'Please check: ' }, failed.map((check) => check.says).join(' ')] });
  if (fields.length > 0) parts.push({ part: 'controls', controls: fields });
  if (byline) parts.push({ part: 'note', text: byline });
  if (controls.length > 0) parts.push({ part: 'controls', controls });
  parts.push({ part: 'note', text: provenance(invoice) });
  return { summary: summary(invoice), parts };
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

function provenance(invoice: Invoice): Text {
  const who: Span = invoice.addedBy.slackUser ? { person: invoice.addedBy.slackUser } : invoice.addedBy.name;
  const lines = invoice.lines.length === 1 ? '1 line' : `${invoice.lines.length} lines`;
  const how = {
    slack_file: 'Read from a file of ',
    e_invoice: 'Taken exactly from the e-invoice of ',
    manual: 'Typed in by ',
  } as const;
  const start = invoice.source in how ? how[invoice.source as keyof typeof how] : 'Added by ';
  return [start, who, invoice.lines.length > 0 ? ` · ${lines} of items` : ''];
}

import type { Grant } from '../domain/access.ts';
import type { Invoice } from '../domain/invoice.ts';
import type { Control, Part, Text } from '../domain/reply.ts';
import { type WaitingReason, waitingReasons, whyWaiting } from '../domain/waiting.ts';
import type { Ports } from '../engine/ports.ts';
import type { Share } from '../ports/documents.ts';
import type { Waiting } from '../ports/ledger.ts';
import { nameOf, shownMoney } from './invoice-card.ts';

type Look = {
  readonly most: number;
  /** The buttons under each of them. */
  readonly controls: (invoice: Invoice) => readonly Control[];
  readonly fileControls?: (share: Share) => readonly Control[];
};

/** What waits for a person, oldest first, each with its reason and what to press; a person sees what their role shows. */
export async function reviewQueue(
  grant: Grant<'invoice.read-own'>,
  { most, controls, fileControls = () => [] }: Look,
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
): Promise<{ readonly summary: string; readonly parts: readonly Part[] }> {
  const waiting = await store.ledger.waiting(grant, most);
  const files = await store.documents.needPerson(grant, 5);
  const summary = headline(waiting.total, files.total);
  if (waiting.total + files.total === 0) return { summary, parts: [{ part: 'text', text: summary }] };
  const now = clock.now();
  return {
    summary,
    parts: [
      { part: 'text', text: [{ bold: summary }, ...counted(waiting)] },
      ...waiting.invoices.flatMap((one) => row(line(one, now), controls(one))),
      ...left(waiting.total - waiting.invoices.length, 'invoice'),
      ...files.shares.flatMap((one) => row(fileLine(one), fileControls(one))),
      ...left(files.total - files.shares.length, 'file'),
    ],
  };
}

const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function headline(invoices: number, files: number): string {
  if (invoices + files === 0) return 'Nothing waits for anybody: every invoice is settled.';
  const what = [...(invoices > 0 ? [many(invoices, 'invoice')] : []), ...(files > 0 ? [many(files, 'file')] : [])];
  return `Waiting for somebody: ${what.join(' and ')}`;
}

const reasonWords: Readonly<Record<WaitingReason, string>> = {
  duplicate: 'possible duplicate',
  check: 'a check failed',
  missing: 'something was not found',
  unsure: 'something is unsure',
};

const counted = ({ reasons }: Waiting): readonly string[] => {
  const there = waitingReasons.filter((reason) => reasons[reason] > 0);
  return there.length === 0
    ? []
    : [`\n${there.map((reason) => `${reasonWords[reason]}: ${reasons[reason]}`).join(' · ')}`];
};

function line(invoice: Invoice, now: Date): Text {
  const amount = shownMoney(invoice, invoice.totalMinor);
  const about = [invoice.number, amount, age(invoice.addedAt, now)].filter((word) => word !== null).join(' · ');
  return [
    `#${invoice.id}  `,
    { bold: invoice.vendor ?? 'unknown vendor' },
    `  ${about}\n`,
    { italic: whyWaiting(invoice).join('; ') },
    ...(invoice.takenBy ? [' · ', nameOf(invoice.takenBy), ' is on it'] : []),
  ];
}

const fileLine = ({ fileName, problem, slackUser }: Share): Text => [
  { bold: fileName || 'A file' },
  ...(slackUser === null ? [' from the inbox'] : [' of ', { person: slackUser }]),
  '\n',
  { italic: problem ?? 'Nobody could make an invoice of it.' },
];

const row = (text: Text, controls: readonly Control[]): readonly Part[] => [
  { part: 'text', text },
  ...(controls.length > 0 ? [{ part: 'controls', controls } as const] : []),
];

const left = (count: number, what: string): readonly Part[] =>
  count > 0
    ? [{ part: 'note', text: `These are the oldest; ${many(count, what)} more ${count === 1 ? 'waits' : 'wait'}.` }]
    : [];

const day = 24 * 60 * 60 * 1000;
function age(since: Date, now: Date): string {
  const days = Math.floor((now.getTime() - since.getTime()) / day);
  return days < 1 ? 'since today' : `for ${many(days, 'day')}`;
}

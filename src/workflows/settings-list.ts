import type { Budget } from '../domain/budget.ts';
import { dayOf } from '../domain/calendar.ts';
import { formatMoney } from '../domain/money.ts';
import type { Control, Part, Saying } from '../domain/reply.ts';
import type { Ports } from '../engine/ports.ts';

/** Two blocks each, of the fifty that Slack shows. */
const most = 22;

export type SettingsLook = {
  /** What was just done. */
  readonly said?: string;
  /** A part of the names of those to show. */
  readonly named?: string;
  /** The buttons under each budget, and those under all. */
  readonly controls: (budget: Budget) => readonly Control[];
  readonly more: readonly Control[];
};

/** What can be set in Slack, and how it stands. */
export async function settingsSaying(
  { said, named = '', controls, more }: SettingsLook,
  { store }: Pick<Ports, 'store'>,
): Promise<Saying> {
  const all = await store.budgets.all();
  const some = all.filter(({ name }) => name.toLowerCase().includes(named.toLowerCase()));
  const headline = some.length === 0 ? nothing(named) : `${counted(some.length)}${named && ` with “${named}”`}`;
  return {
    summary: said ?? headline,
    parts: [
      ...(said ? [{ part: 'text', text: said } as const] : []),
      { part: 'text', text: [{ bold: headline }] },
      ...some.slice(0, most).flatMap((budget): readonly Part[] => [
        { part: 'text', text: line(budget) },
        { part: 'controls', controls: controls(budget) },
      ]),
      ...left(some.length - most),
      { part: 'controls', controls: more },
    ],
  };
}

const counted = (count: number): string => (count === 1 ? '1 budget is set' : `${count} budgets are set`);

const nothing = (named: string): string =>
  named
    ? `No budget is set with “${named}” in its name. Type /penny settings alone to see all.`
    : 'No budget is set. /spend budget shows how well those that you set are kept.';

const line = ({ name, monthMinor: minor, currency, setBy, setAt }: Budget) => [
  { bold: name },
  `  ${formatMoney({ minor, currency })} a month (${currency}) · set by ${setBy} on `,
  { day: dayOf(setAt) },
];

const left = (count: number): readonly Part[] =>
  count > 0
    ? [{ part: 'note', text: `${count} more do not fit here. Type a part of the name: /penny settings travel.` }]
    : [];

import { allSpend, type Budget } from '../../domain/budget.ts';
import type { Finding, Measured, Question } from '../../engine/report.ts';
import { isRunning } from './plan.ts';
import { brief, counting, divided, longestTitle, moneyIn, shareCell, within } from './words.ts';

/** What became of a budget in the period. */
export type Kept = {
  readonly of: Budget['of'];
  readonly name: string;
  readonly plan: bigint;
  readonly spent: bigint;
  /** By the end of the period; null where it is over, or has not begun. */
  readonly forecast: bigint | null;
};

/** How budgets are kept to. The first is the one used most. */
export function keptTitle(kept: readonly [Kept, ...Kept[]], question: Question): string {
  const money = moneyIn(question);
  const [first] = kept;
  const when = within(question.period);
  const over = kept.filter(({ plan, spent }) => spent > plan);
  if (over.length > 0) {
    const by = `${brief(first.name, 30)} is ${money(first.spent - first.plan)} over its budget ${when}`;
    return kept.length === 1 ? by : `${by}; ${someOf(kept.length - over.length, kept.length)} within`;
  }
  const whole = keptSoFar(kept, question);
  const more = heading(kept, question) ?? nearestToItsEnd(kept, question);
  return whole.length + more.length < longestTitle ? whole + more : whole;
}

const someOf = (some: number, all: number): string =>
  some === 0 ? `none of ${all} is` : `${some} of ${all} ${some === 1 ? 'is' : 'are'}`;

const isUntouched = (kept: readonly Kept[]): boolean => kept.every(({ spent }) => spent === 0n);

function keptSoFar(kept: readonly [Kept, ...Kept[]], { period, today }: Question): string {
  const when = `${within(period)}${isRunning(period, today) ? ' so far' : ''}`;
  const [{ name }] = kept;
  const one = kept.length === 1;
  if (isUntouched(kept))
    return `Nothing is spent of ${one ? `the budget of ${brief(name, 30)}` : `${kept.length} budgets`} ${when}`;
  if (one) return `${brief(name, 30)} is within its budget ${when}`;
  return `${kept.length === 2 ? 'Both' : `All ${kept.length}`} budgets are kept ${when}`;
}

/** The first that will not be kept to, if it goes on like this. */
function heading(kept: readonly Kept[], question: Question): string | null {
  const one = kept.find(({ forecast, plan }) => forecast !== null && forecast > plan);
  if (!one || one.forecast === null) return null;
  return `, but ${brief(one.name, 30)} is heading for ${moneyIn(question)(one.forecast - one.plan)} over`;
}

function nearestToItsEnd([first, ...rest]: readonly [Kept, ...Kept[]], question: Question): string {
  const money = moneyIn(question);
  if (isUntouched([first, ...rest])) return '';
  return rest.length === 0
    ? `: ${money(first.spent)} of ${money(first.plan)}`
    : `; ${brief(first.name, 30)} is nearest, with ${money(first.plan - first.spent)} left`;
}

/** Budgets of all spend, of categories and of vendors overlap: the cards are of the widest kind that is shown, so that nothing counts twice. */
export function keptKpis(kept: readonly Kept[], question: Question): Finding['kpis'] {
  const { some, says } = widest(kept);
  const sum = (amount: (one: Kept) => bigint) => some.reduce((total, one) => total + amount(one), 0n);
  const [plan, spent] = [sum((one) => one.plan), sum((one) => one.spent)];
  const money = moneyIn(question);
  return [
    { label: 'Plan', value: money(plan), note: says },
    { label: 'Spent', value: money(spent), note: question.period.says },
    { label: 'Left', value: money(plan - spent), note: `${usedCell(spent, plan).says} used` },
    ...(isRunning(question.period, question.today)
      ? [{ label: 'Forecast', value: money(sum(({ forecast }) => forecast ?? 0n)), note: 'when the period ends' }]
      : []),
  ];
}

function widest(kept: readonly Kept[]): { readonly some: readonly Kept[]; readonly says: string } {
  const ofKind = (kind: Kept['of']) => kept.filter(({ of }) => of === kind);
  const [all, categories, vendors] = [ofKind('all'), ofKind('category'), ofKind('vendor')];
  if (all.length > 0) return { some: all, says: allSpend };
  if (categories.length > 0) return { some: categories, says: counting(categories.length, 'category', 'categories') };
  return { some: vendors, says: counting(vendors.length, 'vendor') };
}

/** How much of the plan is used, beyond all of it too; a dash where that means nothing, as with credit notes. */
export function usedCell(spent: bigint, plan: bigint): Measured {
  if (plan <= 0n || spent <= plan) return shareCell(spent, plan);
  const [percent, tenths] = [divided(spent * 100n, plan), divided(spent * 1000n, plan)];
  return {
    says: percent === 100n ? '>100\u00a0%' : `${percent}\u00a0%`,
    holds: { number: `${tenths / 10n}.${tenths % 10n}` },
    unit: '%',
  };
}

import { z } from 'zod';
import { allSpend, type Budget, type BudgetFor } from '../domain/budget.ts';
import { CurrencyCode } from '../domain/invoice.ts';
import { type Currency, minorDigits, toDecimal, toMinor } from '../domain/money.ts';
import type { Question } from '../domain/reply.ts';

const Amount = z
  .string('Give an amount.')
  .trim()
  .regex(/^\d{1,12}([.,]\d{1,4})?$/, 'Write the amount in figures, like 500.00.')
  .transform((text) => text.replace(',', '.'));

/** Another amount for a budget that is set. */
export const NewAmount = z.object({ month: Amount });

/** A budget as a person types it. `what` is `all`, `vendor`, or `category` and its name. */
export const BudgetAnswers = z
  .object({
    what: z.string('Choose what it is for.').regex(/^(all|vendor|category .+)$/, 'Choose what it is for.'),
    vendor: z.string().trim().min(1).max(200, 'Keep it under 200 characters.').optional(),
    month: Amount,
    currency: CurrencyCode,
  })
  .superRefine(({ what, vendor }, context) => {
    const complain = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (what === 'vendor' && vendor === undefined) complain('vendor', 'Name the vendor.');
    if (what !== 'vendor' && vendor !== undefined)
      complain('vendor', 'Leave this empty, or choose “A vendor (named below)” above.');
  });

/** What was chosen; a vendor by the words typed. */
export function budgetFor({ what, vendor }: z.infer<typeof BudgetAnswers>): BudgetFor {
  if (what === 'vendor') return { of: 'vendor', name: vendor ?? '' };
  return what === 'all' ? { of: 'all' } : { of: 'category', name: what.slice('category '.length) };
}

/** The amount to the cent, or what is wrong with it. */
export function monthMinor(month: string, currency: Currency): bigint | string {
  const places = minorDigits(currency);
  if ((month.split('.')[1]?.length ?? 0) > places) return `${currency} has ${places || 'no'} decimal places.`;
  const minor = toMinor(month, currency);
  return minor > 0n ? minor : 'Give an amount above nothing.';
}

/** What is asked for a new one; the first currency is chosen unless a person says otherwise. */
export const budgetQuestions = (
  categories: readonly string[],
  currencies: readonly [Currency, ...Currency[]],
): readonly Question[] => [
  {
    ask: 'choice',
    name: 'what',
    label: 'What for',
    initial: 'all',
    options: [
      ['all', allSpend],
      ['vendor', 'A vendor (named below)'],
      ...categories.map((name) => [`category ${name}`, name] as const),
    ],
  },
  {
    ask: 'suggest',
    of: 'known-vendors',
    name: 'vendor',
    label: 'Vendor',
    optional: true,
    placeholder: 'For the budget of a vendor alone',
  },
  { ask: 'amount', name: 'month', label: 'Amount a month' },
  {
    ask: 'choice',
    name: 'currency',
    label: 'Currency',
    initial: currencies[0],
    options: currencies.map((code) => [code, code]),
  },
];

export const amountQuestion = ({ currency, monthMinor: minor }: Budget): Question => ({
  ask: 'amount',
  name: 'month',
  label: `Amount a month, in ${currency}`,
  initial: toDecimal(minor, currency),
});

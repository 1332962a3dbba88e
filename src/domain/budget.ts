import { z } from 'zod';
import type { Currency } from './money.ts';

/** What a budget is for: all that is spent, a category, or a vendor by any of its names. */
export type BudgetFor = { readonly of: 'all' } | { readonly of: 'category' | 'vendor'; readonly name: string };

/** What may be spent in a month; `name` is the category's or the vendor's. */
export type Budget = {
  readonly id: bigint;
  readonly of: BudgetFor['of'];
  readonly name: string;
  readonly currency: Currency;
  readonly monthMinor: bigint;
  readonly setBy: string;
  readonly setAt: Date;
};

/** What the budget of everything is called. */
export const allSpend = 'All spend';

/** How a button says which budget it is about. */
export const BudgetRef = z.object({ budget: z.string().regex(/^[1-9]\d{0,17}$/) });

import type { Grant } from '../domain/access.ts';
import type { Budget, BudgetFor } from '../domain/budget.ts';
import type { Currency, Money } from '../domain/money.ts';

/** What may be spent in a month. Every change writes its audit entry (action `budget.set`, `budget.remove`; subject `budget <id>`) in the same transaction. */
export interface Budgets {
  /** All spend first, then categories, then vendors, each by name and currency. */
  all(): Promise<readonly Budget[]>;
  /** Those in which something is booked or planned. */
  currencies(): Promise<readonly Currency[]>;
  /**
   * One for each subject and currency: what is set already gets the new amount. Throws Fault('invalid') for a vendor or category that there is not, with the
   * nearest vendor's name.
   */
  set(what: BudgetFor, month: Money, grant: Grant<'budget.set'>): Promise<Budget>;
  /** Another amount, in the same currency. Throws Fault('missing') when somebody removed it. */
  change(id: bigint, monthMinor: bigint, grant: Grant<'budget.set'>): Promise<Budget>;
  /** Gives what it was. Throws Fault('missing') when somebody did so before. */
  remove(id: bigint, grant: Grant<'budget.set'>): Promise<Budget>;
}

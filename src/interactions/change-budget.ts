import type { z } from 'zod';
import { type Budget, BudgetRef } from '../domain/budget.ts';
import { Fault } from '../domain/fault.ts';
import { CurrencyCode } from '../domain/invoice.ts';
import type { Form } from '../domain/reply.ts';
import { modal } from '../engine/interaction.ts';
import { amountQuestion, monthMinor, NewAmount } from '../workflows/budget-form.ts';
import { budgetSays } from './set-budget.ts';
import { settingsList } from './settings-controls.ts';

const Carried = BudgetRef.extend({ currency: CurrencyCode });

/** The form for another amount of a budget. */
export const changeBudget = modal({
  name: 'change-budget',
  needs: 'budget.set',
  title: 'Change a budget',
  submitLabel: 'Save',
  given: NewAmount,

  async run({ month }, { carries, grant, ports }) {
    const carried = Carried.safeParse(fromJson(carries));
    if (!carried.success) throw new Fault('invalid', 'That form is from an older Penny. Type /penny settings again.');
    const { budget: id, currency } = carried.data;
    const minor = monthMinor(month, currency);
    if (typeof minor === 'string') return { kind: 'mend', errors: { month: minor } };
    const budget = await ports.store.budgets.change(BigInt(id), minor, grant);
    return settingsList(ports, { said: budgetSays(budget) });
  },
});

export const changeBudgetForm = (budget: Budget): Form =>
  changeBudget.draw([amountQuestion(budget)], {
    intro: [{ bold: budget.name }],
    carries: JSON.stringify({ budget: String(budget.id), currency: budget.currency } satisfies z.input<typeof Carried>),
  });

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

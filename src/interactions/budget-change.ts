import { BudgetRef } from '../domain/budget.ts';
import { Fault } from '../domain/fault.ts';
import { button } from '../engine/interaction.ts';
import { changeBudgetForm } from './change-budget.ts';

/** Opens the form for another amount. */
export const budgetChange = button({
  name: 'budget-change',
  needs: 'budget.set',
  look: { label: 'Change' },
  value: BudgetRef,

  async run({ budget: id }, { ports }) {
    const budget = (await ports.store.budgets.all()).find((one) => String(one.id) === id);
    if (budget) return { kind: 'form', form: changeBudgetForm(budget) };
    throw new Fault('missing', 'Somebody removed that budget. Type /penny settings to see those there are.');
  },
});

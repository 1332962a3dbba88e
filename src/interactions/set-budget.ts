import type { Budget } from '../domain/budget.ts';
import { Fault } from '../domain/fault.ts';
import { formatMoney } from '../domain/money.ts';
import { modal } from '../engine/interaction.ts';
import { BudgetAnswers, budgetFor, monthMinor } from '../workflows/budget-form.ts';
import { withVendor } from '../workflows/invoice-form.ts';
import { settingsList } from './settings-controls.ts';

/** The form in which a budget is set; one that is set already gets the new amount. */
export const setBudget = modal({
  name: 'set-budget',
  needs: 'budget.set',
  title: 'Set a budget',
  submitLabel: 'Save',
  given: BudgetAnswers,

  async run(given, { grant, ports }) {
    const answers = await withVendor(given, ports.store.vendors);
    if (answers === null) return { kind: 'mend', errors: { vendor: 'Choose a vendor from the list.' } };
    const { currency, month } = answers;
    const minor = monthMinor(month, currency);
    if (typeof minor === 'string') return { kind: 'mend', errors: { month: minor } };
    const what = budgetFor(answers);
    try {
      const budget = await ports.store.budgets.set(what, { minor, currency }, grant);
      return settingsList(ports, { said: budgetSays(budget) });
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'invalid') throw error;
      return { kind: 'mend', errors: { [what.of === 'vendor' ? 'vendor' : 'what']: error.message } };
    }
  },
});

export const budgetSays = ({ of, name, monthMinor: minor, currency }: Budget): string =>
  `The budget for ${of === 'all' ? 'all spend' : name} is ${formatMoney({ minor, currency })} a month.`;

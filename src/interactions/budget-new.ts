import { z } from 'zod';
import { button } from '../engine/interaction.ts';
import { budgetQuestions } from '../workflows/budget-form.ts';
import { setBudget } from './set-budget.ts';

/** More a menu of Slack does not take. */
const mostOptions = 98;

/** Opens the form for a budget that is not set yet. */
export const budgetNew = button({
  name: 'budget-new',
  needs: 'budget.set',
  look: { label: 'Set a budget', style: 'primary' },
  value: z.strictObject({}),

  async run(_, { ports: { store, settings } }) {
    const [categories, currencies] = await Promise.all([store.ledger.categories(), store.budgets.currencies()]);
    const others = currencies.filter((code) => code !== settings.reportingCurrency).slice(0, mostOptions);
    const questions = budgetQuestions(categories.slice(0, mostOptions), [settings.reportingCurrency, ...others]);
    return { kind: 'form', form: setBudget.draw(questions) };
  },
});

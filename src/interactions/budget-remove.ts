import { BudgetRef } from '../domain/budget.ts';
import { button } from '../engine/interaction.ts';
import { settingsList } from './settings-controls.ts';

/** The budget ends, and the list shows what is left. */
export const budgetRemove = button({
  name: 'budget-remove',
  needs: 'budget.set',
  look: {
    label: 'Remove',
    confirm: {
      title: 'Remove this budget?',
      text: 'Reports hold nothing beside that spend any more. You can set it again.',
      yes: 'Remove',
      no: 'Keep it',
    },
  },
  value: BudgetRef,

  async run({ budget: id }, { grant, ports }) {
    const { name, currency } = await ports.store.budgets.remove(BigInt(id), grant);
    return {
      ...(await settingsList(ports, { said: `${name} has no budget in ${currency} any more.` })),
      replaces: true,
    };
  },
});

import { z } from 'zod';
import { command } from '../engine/command.ts';
import { settingsList } from '../interactions/settings-controls.ts';

export const pennySettings = command({
  name: '/penny settings',
  says: 'Show and set budgets: what may be spent in a month',
  usage: '[part of a name]',
  examples: ['/penny settings', '/penny settings travel'],
  needs: 'budget.set',
  args: z.strictObject({ named: z.string().max(200).optional() }),
  positional: ['named'],

  run: ({ named }, { ports }) => settingsList(ports, named === undefined ? {} : { named }),
});

import { z } from 'zod';
import { button } from '../engine/interaction.ts';
import { digestForm } from './digest-save.ts';

/** Opens the form for another one. */
export const digestNew = button({
  name: 'digest-new',
  needs: 'digest.manage',
  look: { label: 'New digest' },
  value: z.strictObject({}),

  run: async (_, { call, grant }) => ({ kind: 'form', form: digestForm(call.channel, grant.actor) }),
});

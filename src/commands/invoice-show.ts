import { z } from 'zod';
import { command } from '../engine/command.ts';
import { showPrivately } from '../interactions/invoice-show.ts';

export const invoiceShow = command({
  name: '/invoice show',
  says: 'Show one invoice with its lines and its history',
  usage: '<number>',
  examples: ['/invoice show 12', '/invoice show #12'],
  needs: 'invoice.read-own',
  args: z.strictObject({ number: z.string().regex(/^#?\d{1,18}$/) }),
  positional: ['number'],

  run: async ({ number }, { grant, ports }) => showPrivately(BigInt(number.replace('#', '')), grant, ports),
});

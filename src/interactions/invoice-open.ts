import { z } from 'zod';
import { Fault } from '../domain/fault.ts';
import { menu } from '../engine/interaction.ts';
import { showPrivately } from './invoice-show.ts';

/** One invoice out of a list, as `/invoice show` answers it. */
export const invoiceOpen = menu({
  name: 'invoice-open',
  needs: 'invoice.read-own',
  label: 'Open an invoice',
  about: z.strictObject({}),

  run: ({ picked }, { grant, ports }) => {
    if (!/^\d{1,18}$/.test(picked)) throw new Fault('invalid', 'That list is from an older Penny. Ask for it again.');
    return showPrivately(BigInt(picked), grant, ports);
  },
});

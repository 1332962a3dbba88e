import { z } from 'zod';
import { dayOf } from '../domain/calendar.ts';
import { Fault } from '../domain/fault.ts';
import { CurrencyCode } from '../domain/invoice.ts';
import { parsePeriod } from '../domain/period.ts';
import { say } from '../domain/reply.ts';
import { command } from '../engine/command.ts';
import { countExported } from '../workflows/export-invoices.ts';

/** Takes invoices out as a file. It comes in the person's messages with Penny: a file in a channel would be everybody's. */
export const invoiceExport = command({
  name: '/invoice export',
  says: 'Take invoices out as a file',
  usage: '[period] [currency:EUR] [vendor:name] [category:name] [--xlsx]',
  examples: ['/invoice export last quarter', '/invoice export 2026 vendor:acme --xlsx'],
  needs: 'invoice.export',
  args: z.strictObject({
    period: z.string().default('all'),
    currency: CurrencyCode.optional(),
    vendor: z.string().min(1).optional(),
    category: z.string().min(1).optional(),
    xlsx: z.literal(true).optional(),
  }),
  positional: ['period'],
  flags: ['xlsx'],
  keys: ['currency', 'vendor', 'category'],

  async run({ period: words, currency, vendor, category, xlsx }, { call, grant, ports }) {
    const today = dayOf(ports.clock.now());
    const period = parsePeriod(words, today);
    if (period === null)
      throw new Fault(
        'invalid',
        `“${words}” is no period. Periods: this month, last quarter, 2026-03, jan to mar, last 90 days, all.`,
      );
    const filter = {
      from: period.from,
      to: period.to,
      currency: currency ?? '',
      vendor: vendor ?? '',
      category: category ?? '',
    };
    const count = await countExported(filter, ports);
    if (count === 0)
      return say('There is no such invoice, so there is no file. Try another period, or leave a filter out.');
    const format = xlsx ? 'xlsx' : 'csv';
    const many = `${count.toLocaleString('en-GB')} ${count === 1 ? 'invoice' : 'invoices'}`;
    const payload = {
      ...filter,
      format,
      person: call.by,
      name: `invoices ${period.says}.${format}`,
      says: `${many}, ${period.says}.`,
    };
    await ports.store.transaction(async ({ queue, audit }) => {
      await audit.changed(grant.actor, {
        action: 'invoice.export',
        subject: 'invoices',
        after: { ...filter, format, count },
      });
      await queue.send({ name: 'send-export', payload });
    });
    return say(`${many}, ${period.says}: the file comes in our direct messages as soon as it is written.`);
  },
});

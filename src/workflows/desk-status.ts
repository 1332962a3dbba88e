import { z } from 'zod';
import type { Ports } from '../engine/ports.ts';
import { sql } from '../engine/sql.ts';

const Status = z.object({
  invoices: z.coerce.number(),
  review: z.coerce.number(),
  held: z.coerce.number(),
  needsPerson: z.coerce.number(),
  undelivered: z.coerce.number(),
});

/** How the desk is doing: what lies where. Invoices are counted in the summaries, as in reports. */
export async function deskStatus({ rows }: Pick<Ports, 'rows'>): Promise<z.infer<typeof Status>> {
  const [status] = await rows.read(
    sql`
    select coalesce(sum(invoices) filter (where state <> 'deleted'), 0) as invoices,
           coalesce(sum(invoices) filter (where state = 'review'), 0) as review,
           coalesce(sum(invoices) filter (where state = 'held'), 0) as held,
           (select count(*) from document_share where state = 'needs_person') as "needsPerson",
           (select count(*) from outbox where delivered < version) as undelivered
      from invoice_summary_monthly`,
    Status,
  );
  if (!status) throw new Error('the status query gave no row');
  return status;
}

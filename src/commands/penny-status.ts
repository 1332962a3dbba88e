import { z } from 'zod';
import { command } from '../engine/command.ts';
import { sql } from '../engine/sql.ts';

const Row = z.object({
  invoices: z.coerce.number(),
  review: z.coerce.number(),
  held: z.coerce.number(),
  needsPerson: z.coerce.number(),
  waiting: z.coerce.number(),
});

export const pennyStatus = command({
  name: '/penny status',
  says: 'Say how the desk is doing',
  usage: '',
  examples: ['/penny status'],
  needs: 'desk.status',
  args: z.strictObject({}),
  positional: [],

  async run(_, { ports }) {
    const [row] = await ports.rows.read(
      sql`
      select (select count(*) from invoice where state <> 'deleted') as invoices,
             (select count(*) from invoice where state = 'review') as review,
             (select count(*) from invoice where state = 'held') as held,
             (select count(*) from document_share where state = 'needs_person') as "needsPerson",
             (select count(*) from outbox where delivered < version) as waiting`,
      Row,
    );
    if (!row) throw new Error('the status query gave no row');
    const readers = ports.readers.map((reader) => reader.name).join(', ');
    const facts = [
      ['Invoices in the ledger', String(row.invoices)],
      ['In review', String(row.review)],
      ['Held as possible duplicates', String(row.held)],
      ['Files that need a person', String(row.needsPerson)],
      ['Messages not yet delivered', String(row.waiting)],
      ['Readers', readers],
    ] as const;
    const summary = `The database answers; ${row.invoices} invoices are in the ledger, ${row.review} in review, ${row.needsPerson} files need a person.`;
    return {
      kind: 'say',
      to: 'person',
      saying: {
        summary,
        parts: [
          { part: 'heading', text: 'Penny is up' },
          { part: 'text', text: summary },
          { part: 'facts', facts },
        ],
      },
    };
  },
});

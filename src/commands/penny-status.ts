import { z } from 'zod';
import { command } from '../engine/command.ts';
import { deskStatus } from '../workflows/desk-status.ts';

export const pennyStatus = command({
  name: '/penny status',
  says: 'Say how the desk is doing',
  usage: '',
  examples: ['/penny status'],
  needs: 'desk.status',
  args: z.strictObject({}),
  positional: [],

  async run(_, { ports }) {
    const { invoices, review, held, needsPerson, undelivered } = await deskStatus(ports);
    const readers = ports.readers.map((reader) => reader.name).join(', ');
    const facts = [
      ['Invoices in the ledger', String(invoices)],
      ['In review', String(review)],
      ['Held as possible duplicates', String(held)],
      ['Files that need a person', String(needsPerson)],
      ['Messages not yet delivered', String(undelivered)],
      ['Readers', readers],
    ] as const;
    const summary = `The database answers; ${invoices} invoices are in the ledger, ${review} in review, ${needsPerson} files need a person.`;
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

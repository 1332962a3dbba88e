import { deskStatus } from '../../workflows/desk-status.ts';
import { heading, section } from './section.ts';

/** `/penny status` in short. */
export const health = section('desk.status', async (_, ports) => {
  const { invoices, needsPerson, undelivered } = await deskStatus(ports);
  const many = (count: number) => count.toLocaleString('en-GB');
  return [
    heading('Health'),
    {
      part: 'facts',
      facts: [
        ['Invoices in the ledger', many(invoices)],
        ['Files that need a person', many(needsPerson)],
        ['Messages not yet delivered', many(undelivered)],
        ['Readers', ports.readers.map(({ name }) => name).join(', ') || 'none'],
      ],
    },
    { part: 'note', text: ['More: ', { code: '/penny status' }] },
  ];
});

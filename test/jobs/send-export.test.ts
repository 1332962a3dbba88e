import { expect, test } from 'vitest';
import { sendExport } from '../../src/jobs/send-export.ts';
import { testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';
import { smallWorkspace } from '../support/workspace.ts';

const slack = smallWorkspace();
const desk = await testDesk({ workspace: slack.workspace });
const task = {
  person: 'UBEN',
  name: 'invoices 2026.csv',
  says: '1 invoice, 2026.',
  format: 'csv',
  from: '2026-01-01',
  to: '2026-12-31',
  currency: '',
  vendor: '',
  category: '',
};
const never = new AbortController().signal;

test('the file comes in the person’s own messages; Slack away, it is tried again, and given up with a sentence', async () => {
  const ben = await seated(desk.ports.store, 'UBEN', 'accountant');
  await desk.ports.store.ledger.book(newInvoice({ facts: facts() }), ben.may('invoice.add'));
  slack.fails('attach', 1);
  await expect(sendExport.run(task, desk.ports, never)).rejects.toThrow('Slack did not answer');

  await sendExport.run(task, desk.ports, never);
  expect(slack.attached).toEqual([
    expect.objectContaining({ channel: 'DUBEN', name: 'invoices 2026.csv', says: '1 invoice, 2026.' }),
  ]);

  await sendExport.gaveUp?.(task, desk.ports);
  expect(slack.posts.at(-1)).toMatchObject({
    channel: 'DUBEN',
    saying: { summary: expect.stringMatching(/^invoices 2026\.csv could not be written/) },
  });
});

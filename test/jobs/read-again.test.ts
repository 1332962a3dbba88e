import { expect, test } from 'vitest';
import { readAgain } from '../../src/jobs/read-again.ts';
import { testDesk } from '../support/chat.ts';
import { newInvoice, seated } from '../support/people.ts';
import { smallWorkspace } from '../support/workspace.ts';

const never = new AbortController().signal;

test('an invoice that has no file, and a person who lost their role, are told so; the database away is tried again', async () => {
  const slack = smallWorkspace();
  const desk = await testDesk({ workspace: slack.workspace });
  const ben = await seated(desk.ports.store, 'UBEN', 'accountant');
  const { id } = await desk.ports.store.ledger.book(newInvoice({ state: 'review' }), ben.may('invoice.add'));
  const run = (by: string) => readAgain.run({ invoice: String(id), by, channel: 'CIN' }, desk.ports, never);

  await run('UBEN');
  await run('UNOOR');
  expect(slack.whispers.map(({ saying }) => saying.summary)).toEqual([
    expect.stringMatching(/no file of an invoice/),
    expect.stringMatching(/Ask an admin/),
  ]);

  await desk.database.close();
  await expect(run('UBEN')).rejects.toThrow();
});

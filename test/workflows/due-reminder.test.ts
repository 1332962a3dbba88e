import { expect, test } from 'vitest';
import { dueReminder } from '../../src/workflows/due-reminder.ts';
import { read, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';
import { smallWorkspace } from '../support/workspace.ts';

const slack = smallWorkspace();
const desk = await testDesk({ workspace: slack.workspace });
const { store } = desk.ports;
const ben = await seated(store, 'UBEN', 'accountant');

let count = 0;
const book = (dueDate: string, vendor: string, change: Partial<Parameters<typeof newInvoice>[0]> = {}, more = {}) => {
  count += 1;
  const one = facts({ number: `N${count}`, dueDate, vendor, netMinor: null, taxMinor: null, ...more });
  return store.ledger.book(newInvoice({ facts: one, ...change }), ben.may('invoice.add'));
};
const remind = async (today: string, days = 3) => {
  const saying = await dueReminder(today, days, 'why it comes', desk.ports);
  return saying === null ? null : read({ kind: 'say', to: 'channel', saying });
};

// 30 March 2026 is a Monday
await book('2026-03-26', 'Thursday');
await book('2026-03-27', 'Friday');
await book('2026-03-29', 'Sunday', {}, { currency: 'USD', totalMinor: 5_000n });
await book('2026-03-30', 'Monday');
await book('2026-04-02', 'Second');
await book('2026-04-03', 'Third', {}, { currency: 'JPY', totalMinor: 7_000n });
await book('2026-04-01', 'Credit', {}, { kind: 'credit_note', totalMinor: -5_000n });
await book('2026-04-01', 'Held', { state: 'held' });

test('what falls due within so many days and what is newly overdue, each with its amount, never added across currencies', async () => {
  const said = await remind('2026-03-30');
  expect(said).toBe(
    [
      '2 invoices due soon, 2 invoices newly overdue',
      '2 invoices fall due soon: €238.00. 2 invoices are newly overdue: €119.00 and $50.00.',
      'Overdue since the last working day',
      '2026-03-27 · #2 Friday N2 · €119.00',
      '2026-03-29 · #3 Sunday N3 · $50.00',
      'Due',
      '2026-03-30 · #4 Monday N4 · €119.00',
      '2026-04-02 · #5 Second N5 · €119.00',
      'Penny does not know what has been paid. why it comes',
    ].join('\n'),
  );
});

test('the days before count from the day, and overdue is told once', async () => {
  expect(await remind('2026-03-31')).toMatch(
    /2 invoices fall due soon: €119\.00 and ¥7,000\. 1 invoice is newly overdue/,
  );
  expect(await remind('2026-03-31', 0)).toMatch(/^1 invoice newly overdue\n/);
  expect(await remind('2026-04-01', 0)).toBeNull();
});

test('a Friday tells what Saturday and Sunday would', async () => {
  expect(await remind('2026-03-27', 0)).toContain('#3 Sunday');
  expect(await remind('2026-03-27', 0)).not.toContain('#4 Monday');
  expect(await remind('2026-03-27', 1)).toContain('#4 Monday');
  expect(await remind('2026-03-28', 0)).toContain('#3 Sunday'); // asked for by hand on a Saturday
});

test('an invoice that came in by Slack is linked to its thread', async () => {
  const file = { sha256: 'a'.repeat(64), size: 1, type: 'application/pdf', name: 'a.pdf' } as const;
  const { document } = await store.documents.document(file);
  const { share } = await store.documents.share({ slackFile: 'F1', slackUser: 'UBEN', channel: 'CIN' });
  await store.documents.note(share.id, { documentId: document.id, messageTs: '7.7' });
  const { id } = await book('2027-03-01', 'Linked', { documentId: document.id, pageFrom: 1, pageTo: 1 });

  const saying = await dueReminder('2027-03-01', 0, '', desk.ports);

  const link = { link: 'https://slack.example/archives/CIN/7.7', label: expect.stringContaining(`#${id} Linked`) };
  expect(saying?.parts.at(-2)).toMatchObject({ part: 'text', text: expect.arrayContaining([link]) });
});

test('of very many the first are listed, and all are counted', async () => {
  for (let i = 0; i < 20; i += 1) await book('2027-06-01', 'Many');
  const said = (await remind('2027-06-01', 1)) ?? '';
  expect(said).toContain('20 invoices fall due soon: €2,380.00.');
  expect(said.match(/#\d+ Many/g)).toHaveLength(15);
  expect(said).toContain('These are the first; 5 invoices more in /spend ageing.');
});

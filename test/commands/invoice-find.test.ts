import { expect, test } from 'vitest';
import { form, read } from '../support/chat.ts';
import { findingDesk } from '../support/findings.ts';

const { find } = await findingDesk();

test('what was found is said first, then a page of it, and what can be opened', async () => {
  const reply = await find('acme over 2 since march');

  expect(reply).toMatchObject({ kind: 'say', to: 'person' });
  const [heading, note, , first, ...rest] = read(reply).split('\n');
  expect(heading).toBe('23 invoices, €322.00 in all');
  expect(note).toBe('“acme”, over 2, since March 2026.');
  expect(first).toBe('25 | 2026-03-25 | Acme | AC-25 | €25.00 | booked');
  expect(rest.at(-1)).toBe('[Open an invoice] [Next page]');
  expect(reply.kind === 'say' && reply.saying.summary).toBe(
    '23 invoices, €322.00 in all: “acme”, over 2, since March 2026',
  );
});

test('what is held is found, and is no money spent', async () => {
  expect(read(await find('2026-03'))).toMatch(
    /^26 invoices, €325\.00 in all\nIn March 2026\. 1 of them is held or deleted/,
  );
  expect(read(await find('bolt'))).toMatch(/^1 invoice, €7\.00 in all\n“bolt”\.\n/);
});

test('an invoice that is named by its number is shown at once', async () => {
  expect(read(await find('#26'))).toMatch(/^Invoice from Bolt\n/);
  expect(read(await find('ac 7'))).toMatch(/^Invoice from Acme\nBooked as #7/);
  expect(read(await find('b1'))).toMatch(/^Invoice from Bolt\n/);
  expect(read(await find('number:c-1'))).toMatch(/^Invoice from Corner Shop\n/);
});

test('nothing found: what was understood and what to leave out; a slip: the nearest word', async () => {
  expect(read(await find('zanzibar'))).toBe(
    'No invoice fits “zanzibar”. Try another word, or status:deleted for what was taken out.',
  );
  expect(read(await find('"acme bolt"'))).toMatch(/Try the words without quotes/);
  expect(read(await find('acme bolt'))).toMatch(/Try fewer words/);
  expect(read(await find('acme 2019'))).toBe('No invoice fits “acme”, in 2019. Try a longer period, or none.');
  expect(read(await find('acme over 9000'))).toMatch(/Leave one of these out/);
  expect(read(await find('status:reviw'))).toMatch(/Did you mean status:review\?/);
});

test('without words it asks for them; who sees only their own finds only that; who has no role finds nothing', async () => {
  expect(form(await find('')).title).toBe('Find an invoice');
  expect(read(await find('acme', 'cleo'))).toMatch(/^No invoice among what you sent fits “acme”/);
  expect(read(await find('in february', 'cleo'))).toMatch(
    /^1 invoice, €5\.00 in all\nIn February 2026 among what you sent\./,
  );
  expect(read(await find('acme', 'noor'))).toMatch(/Ask an admin/);
});

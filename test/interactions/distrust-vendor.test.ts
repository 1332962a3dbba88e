import { beforeAll, expect, test } from 'vitest';
import { control, type Desk, read, testDesk } from '../support/chat.ts';
import { readPapers } from '../support/read-papers.ts';

let desk: Desk;
let papers: Awaited<ReturnType<typeof readPapers>>;
beforeAll(async () => {
  desk = await testDesk();
  papers = await readPapers(desk);
  const offer = (await papers.earns()).at(-1) ?? { kind: 'quiet' as const };
  await desk.press(control(offer, 'Yes'), 'ben');
});
const stop = 'Stop doing that for Leith Water';

test('one tap: this one waits for a person as booked, and so do those to come', async () => {
  const [first, second] = [await papers.arrives(), await papers.arrives()];
  const shown = await desk.chat(`/invoice show ${first.id}`, 'ben');
  expect(read(shown).match(/\[Stop doing that/g)).toHaveLength(1);

  expect(read(await desk.press(control(shown, stop), 'cleo'))).toMatch(/Your role does not let you/);
  expect((await papers.now(first.id))?.state).toBe('confirmed');
  expect(read(await papers.presses(first.id, stop))).toBe(
    `Invoices of Leith Water wait for a person again. #${first.id} is booked and no longer confirmed: confirm or correct it.`,
  );
  expect(await papers.now(first.id)).toMatchObject({ state: 'booked', selfConfirmed: false });
  expect((await papers.now(second.id))?.state).toBe('confirmed');
  expect((await papers.arrives()).state).toBe('booked');
  expect((await desk.ports.store.ledger.history(first.id)).at(-1)).toMatchObject({
    action: 'invoice.reopen',
    actor: 'ben',
  });
});

test('two taps are one, and what a person confirmed stays confirmed', async () => {
  const { id } = await papers.arrives();
  await papers.presses(id, 'Confirm');

  const value = JSON.stringify({ invoice: String(id) });
  expect(read(await desk.press({ press: 'distrust-vendor', label: stop, value }, 'ben'))).toBe(
    'Invoices of Leith Water wait for a person again.',
  );
  expect((await papers.now(id))?.state).toBe('confirmed');
});

test.each(['', '{}', '{"invoice":7}'])('a forged value is refused: %s', async (value) => {
  expect(read(await desk.press({ press: 'distrust-vendor', label: stop, value }, 'ben'))).toMatch(/older Penny/);
});

test('an invoice that is not there', async () => {
  expect(
    read(await desk.press({ press: 'distrust-vendor', label: stop, value: '{"invoice":"999999"}' }, 'ben')),
  ).toMatch(/no invoice #999999/);
});

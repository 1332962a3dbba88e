import { expect, test } from 'vitest';
import { control, read, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';

test('confirms, and the queue in its place shows what is left', async () => {
  const desk = await testDesk();
  const { ledger } = desk.ports.store;
  const ben = await seated(desk.ports.store, 'UBEN', 'accountant');
  const book = async (number: string) =>
    (
      await ledger.book(
        newInvoice({ facts: facts({ number, vendor: number }), state: 'review' }),
        ben.may('invoice.add'),
      )
    ).id;
  const [one] = [await book('Q-1'), await book('Q-2')];
  const confirm = control(await desk.chat('/invoice review', 'ben'), 'Confirm');

  expect(read(await desk.press(confirm, 'cleo'))).toMatch(/Your role does not let you confirm/);
  const after = await desk.press(confirm, 'ben');

  expect(after).toMatchObject({ kind: 'say', to: 'person', replaces: true });
  expect(read(after)).toContain('Q-2');
  expect(read(after)).not.toContain('Q-1');
  expect((await ledger.any(one))?.state).toBe('confirmed');
  expect(read(await desk.press(confirm, 'ada'))).toMatch(/is confirmed, so you cannot confirm it/);
  await desk.press(control(after, 'Confirm'), 'ben');
  expect(read(await desk.chat('/invoice review', 'ben'))).toBe('Nothing waits for anybody: every invoice is settled.');
  expect(read(await desk.press({ ...confirm, value: '{}' }, 'ben'))).toMatch(/older Penny/);
});

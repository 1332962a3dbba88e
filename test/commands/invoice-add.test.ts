import { beforeAll, expect, test } from 'vitest';
import { type Desk, form, read, testDesk } from '../support/chat.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await testDesk();
});

test('opens the form, with today and the reporting currency filled in', async () => {
  const { questions } = form(await desk.chat('/invoice add', 'cleo'));

  expect(questions.map(({ label, optional }) => (optional ? `(${label})` : label)).join(', ')).toBe(
    'Vendor, (Invoice number), Kind, Invoice date, (Due date), Currency, (Net), (Tax), Total',
  );
  expect(questions.find(({ name }) => name === 'date')).toMatchObject({ initial: '2026-03-31' });
  expect(questions.find(({ name }) => name === 'currency')).toMatchObject({ initial: 'EUR' });
});

test('takes no words', async () => {
  expect(read(await desk.chat('/invoice add quickly', 'cleo'))).toMatch(/Type `\/invoice add`|Type `\/invoice add `/);
});

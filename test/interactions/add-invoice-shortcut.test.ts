import { expect, test } from 'vitest';
import { form, read, testDesk } from '../support/chat.ts';

test('opens the form of /invoice add, for who may', async () => {
  const desk = await testDesk();

  expect(form(await desk.happens('add-invoice-shortcut', undefined, 'cleo'))).toEqual(
    form(await desk.chat('/invoice add', 'cleo')),
  );
  expect(read(await desk.happens('add-invoice-shortcut', undefined, 'noor'))).toMatch(/Ask an admin/);
});

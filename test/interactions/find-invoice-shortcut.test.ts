import { expect, test } from 'vitest';
import { form, read, testDesk } from '../support/chat.ts';

test('opens the form of /invoice find, for who may', async () => {
  const desk = await testDesk();

  expect(form(await desk.happens('find-invoice-shortcut', undefined, 'cleo'))).toEqual(
    form(await desk.chat('/invoice find', 'cleo')),
  );
  expect(read(await desk.happens('find-invoice-shortcut', undefined, 'noor'))).toMatch(/Ask an admin/);
});

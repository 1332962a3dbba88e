import { expect, test } from 'vitest';
import { menuOf, read } from '../support/chat.ts';
import { findingDesk } from '../support/findings.ts';

test('opens one of the list for those who may see it', async () => {
  const { desk, find } = await findingDesk();
  const menu = menuOf(await find('acme'), 'Open an invoice');

  expect(menu.choices.flatMap(({ options }) => options)).toHaveLength(20);
  expect(read(await desk.pick(menu, '#25 Acme · AC-25 · €25.00', 'ben'))).toMatch(/^Invoice from Acme\n.*#25/);
  expect(read(await desk.pick(menu, '#25 Acme · AC-25 · €25.00', 'cleo'))).toMatch(
    /There is no invoice #25 that you may see/,
  );
  expect(read(await desk.pick(menu, 'nonsense', 'ben'))).toMatch(/older Penny/);
});

import { expect, test } from 'vitest';
import { control, read } from '../support/chat.ts';
import { findingDesk } from '../support/findings.ts';

test('the next page stands where the first stood, and leads back', async () => {
  const { desk, find } = await findingDesk();
  const first = await find('acme');

  const second = await desk.press(control(first, 'Next page'), 'ben');

  expect(second).toMatchObject({ to: 'person', replaces: true });
  expect(read(second)).toMatch(/^25 invoices, €325\.00 in all/);
  expect(read(second).match(/^\d+ \| /gm)).toHaveLength(5);
  expect(read(second)).not.toContain('[Next page]');
  const back = await desk.press(control(second, 'Previous page'), 'ben');
  expect(read(back)).toBe(read(first));
  expect(read(await desk.press(control(first, 'Next page'), 'cleo'))).toMatch(/among what you sent/);
  expect(
    read(await desk.press({ ...control(first, 'Next page'), value: '{"filter":{"vendr":"x"},"from":0}' }, 'ben')),
  ).toMatch(/older Penny/);
});

import { expect, test } from 'vitest';
import { form, read } from '../support/chat.ts';
import { findingDesk } from '../support/findings.ts';

test('answers as the command would; a form that was left empty says so', async () => {
  const { desk, find } = await findingDesk();
  const asked = form(await find(''));

  expect(read(await desk.submit(asked, { words: 'acme over 20' }, 'ben'))).toBe(read(await find('acme over 20')));
  expect(await desk.submit(asked, {}, 'ben')).toMatchObject({ kind: 'mend' });
  expect(read(await desk.submit(asked, { words: 'status:reviw' }, 'ben'))).toMatch(/Did you mean status:review/);
});

import { beforeAll, expect, test } from 'vitest';
import { type Desk, read, testDesk } from '../support/chat.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await testDesk();
});

test('a call stands there twice: asked before, answered after', async () => {
  await desk.chat('/penny status', 'ada');
  const log = read(await desk.chat('/penny audit', 'ada'));

  expect(log).toMatch(/ada \| answered \| \/penny status \| done/);
  expect(log).toMatch(/ada \| asked \| \/penny status/);
});

test('a refused call too, of somebody Penny does not know', async () => {
  await desk.chat('/spend', 'noor');
  expect(read(await desk.chat('/penny audit 50', 'ada'))).toMatch(/UNOOR.* \| answered \| \/spend \| forbidden/);
});

test.each(['ben', 'cleo', 'noor'] as const)('%s may not read it', async (name) => {
  expect(read(await desk.chat('/penny audit', name))).toMatch(/does not let you read the audit log|Ask an admin/);
});

test.each(['0', '91', 'all', '-1'])('/penny audit %s is answered with how it goes', async (count) => {
  expect(read(await desk.chat(`/penny audit ${count}`, 'ada'))).toMatch(/Type `\/penny audit/);
});

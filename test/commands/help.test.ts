import { beforeAll, expect, test } from 'vitest';
import { type Desk, read, testDesk } from '../support/chat.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await testDesk();
});

test('help shows each person what their role allows, and no more', async () => {
  const [cleo, ben, ada] = await Promise.all(
    (['cleo', 'ben', 'ada'] as const).map(async (name) => read(await desk.chat('/penny help', name))),
  );

  expect(cleo).toContain('/invoice add');
  expect(cleo).not.toContain('/spend');
  expect(ben).toContain('/spend');
  expect(ben).not.toContain('/penny audit');
  expect(ada).toContain('/penny audit');
});

test('each slash command has help of its own, and the bare word does what help does where it does nothing else', async () => {
  expect(read(await desk.chat('/spend help', 'ben'))).toContain('--share');
  expect(read(await desk.chat('/invoice', 'ben'))).toContain('/invoice show');
  expect(read(await desk.chat('/invoice lunch', 'ben'))).toContain('/invoice show');
});

test('who has no role does not get even help', async () => {
  expect(read(await desk.chat('/penny help', 'noor'))).toMatch(/Ask an admin/);
});

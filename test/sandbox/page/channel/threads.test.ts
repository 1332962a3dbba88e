import { expect, test } from 'vitest';
import { continues, inChannel, inThread } from '../../../../src/sandbox/page/channel/threads.ts';
import { message, messages } from '../fake-workspace.ts';

const all = messages.C0INVOICE1 ?? [];

test('replies stand in their thread and not in the channel', () => {
  const root = all[0]?.ts ?? '';

  expect(inThread(all, root)).toHaveLength(3);
  expect(inChannel(all).filter(({ threadTs }) => threadTs !== null)).toEqual([]);
});

test('a message goes on where the same person stopped a moment ago', () => {
  const first = message('U0BEN00001', 0, {});

  expect(continues(first, message('U0BEN00001', 2, {}))).toBe(true);
  expect(continues(first, message('U0BEN00001', 6, {}))).toBe(false);
  expect(continues(first, message('U0ANA00001', 2, {}))).toBe(false);
  expect(continues(first, message('U0BEN00001', 2, { ephemeral: true }))).toBe(false);
  expect(continues(undefined, first)).toBe(false);
});

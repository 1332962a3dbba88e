import { expect, test } from 'vitest';
import { z } from 'zod';
import { command, route } from '../../src/engine/command.ts';

const make = (name: string) =>
  command({
    name,
    says: '',
    usage: '',
    examples: [],
    needs: 'desk.read',
    args: z.object({}),
    positional: [],
    run: async () => ({ kind: 'quiet' }),
  });
const all = ['/spend', '/spend help', '/invoice show', '/invoice add', '/invoice'].map(make);

test.each([
  ['/spend', '', '/spend', ''],
  ['/spend', 'vendors last quarter', '/spend', 'vendors last quarter'],
  ['/spend', 'help', '/spend help', ''],
  ['/spend', 'HELP me', '/spend help', 'me'],
  ['/invoice', 'show  12', '/invoice show', '12'],
  ['/invoice', 'shwo 12', '/invoice', 'shwo 12'],
])('%s %s is taken by %s', (slash, text, name, rest) => {
  const found = route(all, slash, text);
  expect([found?.command.name, found?.rest]).toEqual([name, rest]);
});

test('a slash command that Penny does not have is nobody’s', () => {
  expect(route(all, '/lunch', 'now')).toBeNull();
});

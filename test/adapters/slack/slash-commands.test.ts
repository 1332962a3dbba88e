import { expect, test } from 'vitest';
import { z } from 'zod';
import { slashCommands } from '../../../src/adapters/slack/slash-commands.ts';
import { say } from '../../../src/domain/reply.ts';
import { command } from '../../../src/engine/command.ts';

const named = (name: string, says: string, usage = '') =>
  command({
    name,
    says,
    usage,
    examples: [name],
    needs: 'desk.read',
    args: z.strictObject({}),
    positional: [],
    run: async () => say('ok'),
  });

test('one slash command for each first word: what it does, what may follow', () => {
  const commands = [
    named('/spend', 'Show spend', '[period]'),
    named('/spend help', 'Explain'),
    named('/invoice show', 'Show one', '<number>'),
    named('/invoice add', 'Add one'),
    named('/invoice help', 'Explain'),
    named('/invoice', 'Explain'),
  ];

  expect(slashCommands(commands)).toEqual([
    {
      command: '/invoice',
      description: 'Show one. Add one',
      usage_hint: 'show <number> | add | help',
      should_escape: true,
    },
    { command: '/spend', description: 'Show spend', usage_hint: '[period] | help', should_escape: true },
  ]);
});

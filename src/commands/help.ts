import { z } from 'zod';
import { type Actor, may } from '../domain/access.ts';
import type { Part, Saying } from '../domain/reply.ts';
import { type Command, command } from '../engine/command.ts';

/** `/x help` for each slash command, and the bare word where it does nothing else. Shows a person what they may do, and nothing more. */
export function helpFor(commands: readonly Command[]): readonly Command[] {
  const slashes = [...new Set(commands.map(({ name }) => name.split(' ')[0] ?? name))];
  const names = slashes.flatMap((slash) =>
    commands.some(({ name }) => name === slash) ? [`${slash} help`] : [`${slash} help`, slash],
  );
  return names.map((name) => helpCommand(name, commands));
}

const helpCommand = (name: string, commands: readonly Command[]): Command =>
  command({
    name,
    says: 'Explain what you can do here',
    usage: '',
    examples: [name],
    needs: 'desk.read',
    args: z.object({}),
    positional: [],
    run: async (_, { grant }) => ({
      kind: 'say',
      to: 'person',
      saying: explain(name.split(' ')[0] ?? name, commands, grant.actor),
    }),
  });

/** `/penny help` tells of everything, the others of their own. */
function explain(slash: string, commands: readonly Command[], reader: Actor): Saying {
  const about = slash === '/penny' ? commands : commands.filter(({ name }) => name.split(' ')[0] === slash);
  const allowed = about.filter(({ needs }) => may(reader, needs));
  const summary =
    allowed.length === 0
      ? `Your role has no use for ${slash}.`
      : `What you can do with ${slash === '/penny' ? 'Penny' : slash}:`;
  const files: Part = {
    part: 'text',
    text: 'Share an invoice (PDF, photo, scan or e-invoice) in an intake channel or in a direct message to Penny, and Penny reads and books it.',
  };
  return {
    summary,
    parts: [{ part: 'text', text: summary }, ...allowed.map(entry), ...(slash === '/penny' ? [files] : [])],
  };
}

const entry = ({ name, says, usage, examples }: Command): Part => ({
  part: 'text',
  text: [{ code: `${name} ${usage}`.trim() }, `\n${says}. For example: `, { code: examples.at(-1) ?? name }],
});

import type { Reply, Span } from '../../domain/reply.ts';
import type { Command } from '../../engine/command.ts';

/** What to type instead of a command that nobody has: those under the same slash, or all. */
export function unknownCommand(slash: string, text: string, commands: readonly Command[]): Reply {
  const near = commands.filter(({ name }) => name.split(' ', 1)[0] === slash);
  const offered = (near.length > 0 ? near : commands).toSorted((a, b) => a.name.localeCompare(b.name));
  const asked = `${slash} ${text}`.trim();
  const list: readonly Span[] = offered.flatMap(({ name, usage, says }) => [
    '\n',
    { code: `${name} ${usage}`.trim() },
    `  ${says}`,
  ]);
  const names = offered.map(({ name }) => name).join(', ');
  return {
    kind: 'say',
    to: 'person',
    saying: {
      summary: `Penny does not know ${asked}. You can type ${names}.`,
      parts: [{ part: 'text', text: ['Penny does not know ', { code: asked }, '. You can type:', ...list] }],
    },
  };
}

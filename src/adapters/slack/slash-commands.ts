import type { Command } from '../../engine/command.ts';

/** One entry of the manifest's slash_commands: https://docs.slack.dev/reference/app-manifest */
export type SlashCommand = {
  readonly command: string;
  readonly description: string;
  readonly usage_hint: string;
  readonly should_escape: true;
};

/** The slash commands that the registry needs: one for each first word, with what may follow as the hint. */
export function slashCommands(commands: readonly Command[]): readonly SlashCommand[] {
  const slashes = [...new Set(commands.map(({ name }) => first(name)))].sort();
  return slashes.map((slash) => {
    const own = commands.filter(({ name }) => first(name) === slash);
    return {
      command: slash,
      description: describe(slash, own).slice(0, 2000),
      usage_hint: own.map(hint).filter(Boolean).join(' | ').slice(0, 1000),
      should_escape: true,
    };
  });
}

const first = (name: string): string => name.split(' ', 1)[0] ?? name;

const words = ({ name }: Command): string => name.split(' ').slice(1).join(' ');

const hint = (command: Command): string => `${words(command)} ${command.usage}`.trim();

/** What the bare command does, if that is more than explaining the others; else what those do. */
function describe(slash: string, own: readonly Command[]): string {
  const help = own.find((command) => words(command) === 'help');
  const bare = own.find(({ name }) => name === slash);
  if (bare && bare.says !== help?.says) return bare.says;
  return own
    .filter((command) => words(command) !== '' && command !== help)
    .map(({ says }) => says)
    .join('. ');
}

import type { z } from 'zod';
import type { Permission } from '../domain/access.ts';
import type { Reply } from '../domain/reply.ts';
import { type Context, type Entry, entry } from './entry.ts';
import { words } from './words.ts';

/** `name` is what people type: a slash command, or a slash command and one word (`/invoice show`). */
export type Command = Entry & {
  readonly says: string;
  readonly usage: string;
  readonly examples: readonly string[];
};

type Declaration<P extends Permission, Args> = {
  readonly name: string;
  readonly says: string;
  readonly usage: string;
  readonly examples: readonly string[];
  readonly needs: P;
  readonly args: z.ZodType<Args>;
  /** Which args the bare words fill, in order; the last takes all that is left. `text` alone: the command reads its words itself, out of the arg `text`. */
  readonly positional: readonly string[] | 'text';
  /** Names that take no value: `--share`. */
  readonly flags?: readonly string[];
  /** Names that may also be written `name:value`. */
  readonly keys?: readonly string[];
  readonly run: (args: Args, context: Context<P>) => Promise<Reply>;
};

export function command<P extends Permission, Args>(declared: Declaration<P, Args>): Command {
  const { name, says, usage, examples } = declared;
  return {
    says,
    usage,
    examples,
    ...entry({
      name,
      needs: declared.needs,
      given: declared.args,
      unpack: (given) => fill(String(given ?? ''), declared),
      explain: () => `That is not how ${name} goes. Type \`${name} ${usage}\`, for example \`${examples[0] ?? name}\`.`,
      run: declared.run,
    }),
  };
}

function fill(
  text: string,
  { positional, flags = [], keys = [] }: Pick<Declaration<Permission, unknown>, 'positional' | 'flags' | 'keys'>,
) {
  if (positional === 'text') return { text };
  const { bare, named } = words(text, flags, keys);
  const args: Record<string, unknown> = { ...named };
  positional.forEach((name, i) => {
    const rest = i === positional.length - 1 ? bare.slice(i).join(' ') : bare[i];
    if (rest) args[name] = rest;
  });
  if (positional.length === 0 && bare.length > 0) args.words = bare.join(' '); // so that a strict schema refuses what it does not know
  return args;
}

/** The command that the typed text means: the longest name that fits, and what is left of the words. */
export function route(
  commands: readonly Command[],
  slash: string,
  text: string,
): { readonly command: Command; readonly rest: string } | null {
  const [first = '', ...others] = text.trim().split(/\s+/);
  const two = commands.find((c) => c.name === `${slash} ${first.toLowerCase()}`);
  if (two) return { command: two, rest: text.trim().slice(first.length).trim() };
  const one = commands.find((c) => c.name === slash);
  return one ? { command: one, rest: [first, ...others].join(' ').trim() } : null;
}

import { z } from 'zod';
import type { Permission } from '../domain/access.ts';
import type { Option, Suggested } from '../domain/reply.ts';
import { type Context, type Entry, entry } from './entry.ts';

/** Names offered while somebody types into a form; the question says `of` what. */
export type Suggestion = Entry<readonly Option[]> & { readonly of: Suggested };

/** More letters than any name has. */
const longestTyped = 200;

/** `offer` gives at most 100 entries for what was typed so far: the value of each in at most 75 letters, since Slack takes no more, and fast, since somebody is typing. */
export const suggestion = <P extends Permission>(declared: {
  readonly name: string;
  readonly of: Suggested;
  readonly needs: P;
  readonly offer: (typed: string, context: Context<P>) => Promise<readonly Option[]>;
}): Suggestion => ({
  of: declared.of,
  ...entry({
    name: declared.name,
    needs: declared.needs,
    given: z.string().trim().max(longestTyped),
    run: declared.offer,
  }),
});

import { z } from 'zod';
import { type Actor, authorize, type Grant, type Permission } from '../domain/access.ts';
import type { Call } from '../domain/call.ts';
import { Fault } from '../domain/fault.ts';
import type { Reply } from '../domain/reply.ts';
import type { Ports } from './ports.ts';

/** What a handler works with; `grant` proves that the actor was allowed what the entry needs. */
export type Context<P extends Permission> = { readonly call: Call; readonly grant: Grant<P>; readonly ports: Ports };

/** One way in: a command, a button, a modal, a shared file, the App Home. There is no way to what it does but `invoke`. */
export type Entry<Answer = Reply> = {
  readonly name: string;
  readonly needs: Permission;
  /** Checks the permission, reads what was given, does the thing. Throws Fault. */
  invoke(call: Call, actor: Actor | null, ports: Ports): Promise<Answer>;
};

/** An entry as declared; `run` is out of reach once `entry` has closed over it. */
export type EntryDeclaration<P extends Permission, Given, Answer = Reply> = {
  readonly name: string;
  readonly needs: P;
  readonly given: z.ZodType<Given>;
  readonly run: (given: Given, context: Context<P>) => Promise<Answer>;
  /** Turns what Slack gave into what the schema reads, and its refusal into a sentence. */
  readonly unpack?: (given: unknown) => unknown;
  readonly explain?: (error: z.ZodError) => Answer | string;
};

/** Permission first, arguments second: who may not do a thing does not learn how it is done. */
export function entry<P extends Permission, Given, Answer = Reply>(
  declared: EntryDeclaration<P, Given, Answer>,
): Entry<Answer> {
  return {
    name: declared.name,
    needs: declared.needs,
    async invoke(call, actor, ports) {
      const grant = authorize(actor, declared.needs);
      const parsed = declared.given.safeParse(declared.unpack?.(call.given) ?? call.given);
      if (parsed.success) return declared.run(parsed.data, { call, grant, ports });
      const says = declared.explain?.(parsed.error) ?? z.prettifyError(parsed.error);
      if (typeof says === 'string') throw new Fault('invalid', says);
      return says;
    },
  };
}

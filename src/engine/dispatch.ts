import type { Actor } from '../domain/access.ts';
import type { Call } from '../domain/call.ts';
import { Fault } from '../domain/fault.ts';
import { type Option, type Reply, say } from '../domain/reply.ts';
import type { Outcome } from '../ports/audit.ts';
import type { Entry } from './entry.ts';
import type { Ports } from './ports.ts';
import type { Suggestion } from './suggestion.ts';

/** The one door. No audit row, no action; every error becomes a reply a person can use. Never throws. */
export async function dispatch(entry: Entry, call: Call, ports: Ports): Promise<Reply> {
  const log = ports.log.child({ call: call.id, entry: entry.name, by: call.by });
  try {
    const actor = await ports.store.directory.actor(call.by);
    await ports.store.audit.asked(call, entry.name, actor);
    const { outcome, why, reply } = await attempt(entry, call, actor, { ...ports, log });
    await ports.store.audit.answered(call, entry.name, actor, outcome, why);
    return reply;
  } catch (error) {
    return excuse(error, call, { ...ports, log }).reply;
  }
}

/**
 * The door for what is typed into a list, letter by letter. The permission is asked as at the other one: who may not, is offered nothing. It reads names and changes
 * nothing, so nothing goes on record; a row for each letter would bury the calls that count. Never throws.
 */
export async function lookUp(suggestion: Suggestion, call: Call, ports: Ports): Promise<readonly Option[]> {
  const log = ports.log.child({ call: call.id, entry: suggestion.name, by: call.by });
  try {
    return await suggestion.invoke(call, await ports.store.directory.actor(call.by), { ...ports, log });
  } catch (error) {
    if (error instanceof Fault && error.code !== 'unavailable') log.debug({ err: error }, 'nothing is offered');
    else log.warn({ err: error }, 'what could be offered was not found out');
    return [];
  }
}

type Attempt = { readonly outcome: Outcome; readonly why: string | null; readonly reply: Reply };

async function attempt(entry: Entry, call: Call, actor: Actor | null, ports: Ports): Promise<Attempt> {
  try {
    const reply = await entry.invoke(call, actor, ports);
    return { outcome: reply.kind === 'mend' ? 'invalid' : 'done', why: null, reply };
  } catch (error) {
    return excuse(error, call, ports);
  }
}

function excuse(error: unknown, call: Call, { log }: Ports): Attempt {
  if (error instanceof Fault) {
    if (error.code === 'unavailable') log.warn({ err: error }, 'something outside is away');
    return { outcome: error.code, why: error.message, reply: say(error.message) };
  }
  log.error({ err: error }, 'a call failed');
  return {
    outcome: 'failed',
    why: null,
    reply: say(`Something broke on Penny's side; it is logged. Quote ${call.id} to an admin.`),
  };
}

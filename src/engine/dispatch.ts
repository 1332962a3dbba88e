import type { Actor } from '../domain/access.ts';
import type { Call } from '../domain/call.ts';
import { Fault } from '../domain/fault.ts';
import { type Reply, say } from '../domain/reply.ts';
import type { Outcome } from '../ports/audit.ts';
import type { Entry } from './entry.ts';
import type { Ports } from './ports.ts';

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

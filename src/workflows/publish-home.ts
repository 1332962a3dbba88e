import { Fault } from '../domain/fault.ts';
import type { Saying } from '../domain/reply.ts';
import type { Ports } from '../engine/ports.ts';

type Used = Pick<Ports, 'store' | 'workspace'>;

/** Publishes what `draw` makes of the ledger as it is now. */
export async function publishHome(person: string, draw: () => Promise<Saying>, ports: Used): Promise<void> {
  await ports.store.homes.seen(person);
  await publish(person, draw, false, ports);
}

/** The same for somebody who did not ask: left alone where it says all that already, or there is no such person any more. */
export async function renewHome(person: string, draw: () => Promise<Saying>, ports: Used): Promise<void> {
  try {
    await publish(person, draw, true, ports);
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'missing') throw error;
    await ports.store.homes.forget(person);
  }
}

/** Times that others may have been faster. After that the hash is not the last one that Slack gave, and what was just drawn is as new as any. */
const races = 3;

async function publish(
  person: string,
  draw: () => Promise<Saying>,
  ifChanged: boolean,
  { store: { homes }, workspace }: Used,
): Promise<void> {
  for (let left = races; ; left -= 1) {
    const last = await homes.last(person); // before what it shows is read: a view drawn earlier then never follows a later one
    const saying = await draw();
    if (ifChanged && last.says(saying)) return homes.unchanged(person);
    const hash = await workspace.publishHome(person, saying, left > 0 ? last.hash : null);
    if (hash !== null) return homes.published(person, saying, hash);
  }
}

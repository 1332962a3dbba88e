import { digestName, digestPlace } from '../domain/digest.ts';
import { Fault } from '../domain/fault.ts';
import type { Saying } from '../domain/reply.ts';
import { dayWords } from '../domain/rhythm.ts';
import type { Ports } from '../engine/ports.ts';
import type { DigestSlot } from '../ports/digests.ts';

type Used = Pick<Ports, 'store' | 'workspace' | 'settings' | 'log'>;

/** Stops a digest that cannot be posted any more, and tells who set it and the ops channel: all of it or nothing, and once. */
export async function tellStopped(due: DigestSlot, why: string, ports: Used): Promise<void> {
  const { digest, slot } = due;
  const direct = await directOf(due, ports);
  const next = 'Type /penny digest to set it anew when that is put right.';
  await ports.store.transaction(async ({ digests, outbox }) => {
    if (!(await digests.halt(digest.id, slot, why))) return;
    const said = saying(due, `does not come any more. ${why}`, next);
    for (const channel of placesOf(direct, ports))
      await outbox.say({ key: keyOf(due, channel), channel, thread: null, saying: said });
  });
}

/** Says that it did not come this time. */
export async function tellLeftOut(due: DigestSlot, ports: Used): Promise<void> {
  const { digest, slot } = due;
  const why = 'It could not be posted after several tries; an admin finds the cause in the log.';
  const direct = await directOf(due, ports);
  await ports.store.transaction(async ({ digests, outbox }) => {
    await digests.settle(digest.id, slot, { state: 'skipped', why });
    const next = `It comes again on ${dayWords(digest.next, digest.zone)}. Send now in /penny digest tries at once.`;
    const said = saying(due, `did not come this time. ${why}`, next);
    for (const channel of placesOf(direct, ports))
      await outbox.say({ key: keyOf(due, channel), channel, thread: null, saying: said });
  });
}

const keyOf = ({ digest, slot }: DigestSlot, channel: string): string =>
  `digest:${digest.id}:${slot.toISOString()}:${channel}`;

const placesOf = (direct: string | null, { settings }: Used): readonly string[] =>
  [direct, settings.opsChannel].filter((channel) => channel !== null);

function saying({ digest }: DigestSlot, what: string, next: string): Saying {
  const name = digestName(digest.asks);
  return {
    summary: `${name} ${what}`,
    parts: [
      { part: 'text', text: [{ bold: name }, ' in ', digestPlace(digest), ` ${what}`] },
      { part: 'note', text: next },
    ],
  };
}

/** Null for somebody who cannot be written to any more: the others are told all the same. */
async function directOf({ digest }: DigestSlot, { workspace, log }: Used): Promise<string | null> {
  const { slackUser } = digest.setBy;
  try {
    return slackUser === null ? null : await workspace.directMessages(slackUser);
  } catch (error) {
    if (error instanceof Fault && error.code === 'unavailable') throw error;
    log.warn({ err: error, digest: String(digest.id) }, 'who set a digest cannot be told that it is stopped');
    return null;
  }
}

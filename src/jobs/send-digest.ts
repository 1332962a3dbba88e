import { z } from 'zod';
import { authorize, type Grant } from '../domain/access.ts';
import { dayOf } from '../domain/calendar.ts';
import { type Digest, digestByline } from '../domain/digest.ts';
import { Fault } from '../domain/fault.ts';
import type { Saying } from '../domain/reply.ts';
import { job } from '../engine/job.ts';
import type { Ports } from '../engine/ports.ts';
import type { DigestSlot } from '../ports/digests.ts';
import { ask } from '../reports/ask/ask.ts';
import { askerOn } from '../reports/ask/ask-regularly.ts';
import { postedReport } from '../workflows/answer-report.ts';
import { dueReminder } from '../workflows/due-reminder.ts';
import { assertPostable } from '../workflows/set-digest.ts';
import { tellLeftOut, tellStopped } from '../workflows/tell-digest.ts';

/**
 * Posts a digest for one time at which it was due. Not by the outbox, which would keep each picture for ever: the slot notes the same, and a post that may have arrived
 * is looked for before it is sent again. What cannot be posted any more (the channel, the permission, the question is gone) is stopped, and who set it is told.
 */
export const sendDigest = job({
  name: 'send-digest',
  payload: z.object({ digest: z.string(), slot: z.iso.datetime() }),
  attempts: 5,
  timeoutSeconds: 120,
  concurrency: 2,

  async run({ digest, slot }, ports) {
    const due = await ports.store.digests.slot(BigInt(digest), new Date(slot));
    if (due === null || due.isSettled) return;
    try {
      await send(due, ports);
    } catch (error) {
      if (!(error instanceof Fault) || error.code === 'unavailable') throw error;
      ports.log.warn({ err: error, digest, slot }, 'a digest cannot be posted any more; it is stopped');
      await tellStopped(due, error.message, ports);
    }
  },

  async gaveUp({ digest, slot }, ports) {
    const due = await ports.store.digests.slot(BigInt(digest), new Date(slot));
    if (due !== null && !due.isSettled) await tellLeftOut(due, ports);
  },
});

async function send({ digest, slot, attempted }: DigestSlot, ports: Ports): Promise<void> {
  const { store, workspace } = ports;
  if (digest.isStopped) return store.digests.settle(digest.id, slot, { state: 'skipped', why: 'It was stopped.' });
  const key = `digest:${digest.id}:${slot.toISOString()}`;
  const there = attempted ? await workspace.delivered(digest.channel, null, key) : null;
  if (there !== null) return store.digests.settle(digest.id, slot, { state: 'sent', ts: there });
  const grant = await stillAllowed(digest, ports);
  await assertPostable(digest.channel, digest.setBy.slackUser, ports);
  const saying = await sayingOf(digest, slot, grant, ports);
  if (saying === null) return store.digests.settle(digest.id, slot, { state: 'quiet' });
  await store.digests.attempting(digest.id, slot);
  const ts = await workspace.post(digest.channel, null, saying, key);
  await store.digests.settle(digest.id, slot, { state: 'sent', ts });
}

/** It is shared by the person who set it, with what they may by now. */
async function stillAllowed({ setBy }: Digest, { store }: Ports): Promise<Grant<'report.share'>> {
  return authorize(setBy.slackUser === null ? null : await store.directory.actor(setBy.slackUser), 'report.share');
}

/** Null when there is nothing to say. */
async function sayingOf(
  digest: Digest,
  slot: Date,
  { actor }: Grant<'report.share'>,
  ports: Ports,
): Promise<Saying | null> {
  const { asks, zone } = digest;
  const [today, byline] = [dayOf(slot, zone), digestByline(digest)];
  if (asks.kind === 'reminders') {
    authorize(actor, 'invoice.read');
    return dueReminder(today, asks.days, byline, ports);
  }
  const { report, question, shown } = ask(asks.words, askerOn(today, ports.settings));
  authorize(actor, report.needs);
  const how = { withTable: shown.has('table'), native: shown.has('native'), byline };
  return postedReport(report, question, how, ports);
}

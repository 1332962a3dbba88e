import type { Grant } from '../domain/access.ts';
import { Fault } from '../domain/fault.ts';
import type { Ports } from '../engine/ports.ts';
import type { Share } from '../ports/documents.ts';
import type { FoundDrop } from '../ports/drops.ts';
import { settled } from './ingest-document.ts';
import { droppedFile } from './share-sayings.ts';

/**
 * Takes note of a file in the inbox, tells of it in the channel, and sees to it that it will be read. Seen again it is the same arrival, and is cleared away
 * as soon as that is safe.
 */
export async function receiveDrop(
  found: FoundDrop,
  channel: string,
  grant: Grant<'document.share'>,
  ports: Pick<Ports, 'store' | 'drops' | 'log'>,
): Promise<void> {
  const { share, first } = await ports.store.transaction(async ({ documents, audit, outbox, queue }) => {
    const noted = await documents.drop(found, channel);
    if (!noted.first) return noted;
    const id = String(noted.share.id);
    await audit.changed(grant.actor, { action: 'document.drop', subject: `share ${id}`, after: { key: found.key } });
    await outbox.say(droppedFile(noted.share));
    await queue.send({ name: 'read-document', payload: { share: id }, key: id });
    return noted;
  });
  if (!first) await clearDrop(share, ports);
}

/** Takes a file out of the inbox once its bytes are kept, or once it is refused; one that is being worked on stays. What fails is tried again at the next look. */
export async function clearDrop(share: Share | null, { drops, log }: Pick<Ports, 'drops' | 'log'>): Promise<void> {
  if (share === null || share.drop === null) return;
  try {
    if (share.documentId !== null) await drops.remove(share.drop);
    else if (settled(share)) await drops.refuse(share.drop, String(share.id));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    log.warn({ err: error, share: String(share.id) }, 'a file could not be taken out of the inbox; it is tried again');
  }
}

import { Fault } from '../domain/fault.ts';
import { button } from '../engine/interaction.ts';
import { ownShare, ShareRef } from '../workflows/own-share.ts';

/** A file of which nobody could make an invoice is read anew. Its message in the thread follows by itself. */
export const shareReadAgain = button({
  name: 'share-read-again',
  needs: 'document.share',
  look: { label: 'Read again' },
  value: ShareRef,

  async run(value, { grant, ports }) {
    const known = await ownShare(value, grant, ports.store.documents);
    const id = String(known.id);
    await ports.store.transaction(async ({ documents, outbox, queue, audit }) => {
      const share = await documents.decide(known.id, { state: 'received', problem: null });
      if (share === null)
        throw new Fault(
          'conflict',
          `${known.fileName} is being read already, or needs nobody any more. Look at its thread.`,
        );
      if (share.messageTs) await outbox.mark({ channel: share.channel, ts: share.messageTs, mark: 'eyes' });
      await audit.changed(grant.actor, {
        action: 'document.read-again',
        subject: `share ${id}`,
        before: { problem: known.problem },
      });
      await queue.send({ name: 'read-document', payload: { share: id }, key: id });
    });
    return { kind: 'quiet' };
  },
});

import { z } from 'zod';
import { may } from '../domain/access.ts';
import { Fault } from '../domain/fault.ts';
import type { Control } from '../domain/reply.ts';
import { button } from '../engine/interaction.ts';
import type { Share } from '../ports/documents.ts';

/** A file of which nobody could make an invoice is read anew. Its message in the thread follows by itself. */
export const shareReadAgain = button({
  name: 'share-read-again',
  needs: 'document.share',
  look: { label: 'Read again' },
  value: z.strictObject({ share: z.string().regex(/^\d{1,18}$/) }),

  async run({ share: id }, { grant, ports }) {
    const known = await ports.store.documents.shareOf(BigInt(id));
    const theirs = known?.slackUser === grant.actor.slackUser || may(grant.actor, 'invoice.correct');
    if (known === null || !theirs) throw new Fault('missing', 'There is no such file of yours. Share it again.');
    await ports.store.transaction(async ({ documents, outbox, queue, audit }) => {
      const share = await documents.reopen(known.id);
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

/** The buttons under a file of which nothing came. One that was refused in the inbox is read again when it is put there again. */
export const shareControls = (share: Share): readonly Control[] =>
  share.state === 'needs_person' && (share.drop === null || share.documentId !== null)
    ? [shareReadAgain.draw({ share: String(share.id) })]
    : [];

import { Fault } from '../domain/fault.ts';
import { isSpreadsheet } from '../domain/file.ts';
import { say } from '../domain/reply.ts';
import { button } from '../engine/interaction.ts';
import { ownShare, ShareRef } from '../workflows/own-share.ts';
import { troubledFile } from '../workflows/share-sayings.ts';

/** A file of which nothing came needs nobody any more. It stays where it is kept; shared again it is read again. */
export const sharePutAside = button({
  name: 'share-put-aside',
  needs: 'document.share',
  look: { label: 'Put aside' },
  value: ShareRef,

  async run(value, { grant, ports }) {
    const known = await ownShare(value, grant, ports.store.documents);
    const document = known.documentId === null ? null : await ports.store.documents.documentOf(known.documentId);
    if (document !== null && isSpreadsheet(document.type))
      throw new Fault('conflict', `${known.fileName} is a table: press “Not this one” in its thread.`);
    await ports.store.transaction(async ({ documents, outbox, audit }) => {
      const problem = `${known.problem ?? 'Nobody could make an invoice of it.'} ${grant.actor.name} put it aside.`;
      const share = await documents.decide(known.id, { state: 'refused', problem });
      if (share === null)
        throw new Fault(
          'conflict',
          `${known.fileName} needs nobody any more. Look at its thread: somebody may have been faster.`,
        );
      await outbox.say(troubledFile(share, problem));
      if (share.messageTs) await outbox.mark({ channel: share.channel, ts: share.messageTs, mark: 'no_entry_sign' });
      await audit.changed(grant.actor, {
        action: 'document.put-aside',
        subject: `share ${known.id}`,
        before: { problem: known.problem },
      });
    });
    return say(`${known.fileName || 'The file'} is put aside: it waits for nobody any more.`);
  },
});

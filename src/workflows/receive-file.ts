import type { Grant } from '../domain/access.ts';
import type { Store } from '../ports/store.ts';

/** Takes note of a shared file and sees to it that it will be read. A re-share in the same channel and a redelivered event are the same share. */
export async function receiveFile(
  file: string,
  channel: string,
  grant: Grant<'document.share'>,
  store: Store,
): Promise<void> {
  const { slackUser } = grant.actor;
  if (slackUser === null) return;
  await store.transaction(async (tx) => {
    const { share, first } = await tx.documents.share({ slackFile: file, channel, slackUser });
    if (first)
      await tx.queue.send({ name: 'read-document', payload: { share: String(share.id) }, key: String(share.id) });
  });
}

import { z } from 'zod';
import { type Grant, may } from '../domain/access.ts';
import { Fault } from '../domain/fault.ts';
import type { Documents, Share } from '../ports/documents.ts';

/** What a button under a file carries: which one. Ids are bigint, so they travel as digits. */
export const ShareRef = z.strictObject({ share: z.string().regex(/^\d{1,18}$/) });

/** The file, if this person may decide about it: their own, or anybody's for those who correct invoices. Throws Fault('missing') else. */
export async function ownShare(
  { share: id }: z.infer<typeof ShareRef>,
  { actor }: Grant<'document.share'>,
  documents: Pick<Documents, 'shareOf'>,
): Promise<Share> {
  const share = await documents.shareOf(BigInt(id));
  if (share !== null && (share.slackUser === actor.slackUser || may(actor, 'invoice.correct'))) return share;
  throw new Fault('missing', 'There is no such file of yours. Share it again.');
}

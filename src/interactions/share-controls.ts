import type { Button } from '../domain/reply.ts';
import type { Share } from '../ports/documents.ts';
import { sharePutAside } from './share-put-aside.ts';
import { shareReadAgain } from './share-read-again.ts';

/** The buttons under a file of which nothing came. One that was refused in the inbox is read again when it is put there again. */
export function shareControls({ id, state, drop, documentId }: Share): readonly Button[] {
  if (state !== 'needs_person') return [];
  const value = { share: String(id) };
  const isThere = drop === null || documentId !== null;
  return [...(isThere ? [shareReadAgain.draw(value)] : []), sharePutAside.draw(value)];
}

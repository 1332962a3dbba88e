import type { Invoice } from '../domain/invoice.ts';
import type { Control, Saying, Span, Text } from '../domain/reply.ts';
import type { Share } from '../ports/documents.ts';
import { summary } from './invoice-card.ts';

/** The one message that follows a share; every later saying replaces the one before. */
export const shareKey = (share: Pick<Share, 'id'>): string => `share:${share.id}`;

/** The message that stands for a dropped file, where a person's own stands for a shared one. */
export const dropKey = (share: Pick<Share, 'id'>): string => `drop:${share.id}`;

const inThread = (share: Share, saying: Saying) => ({
  key: shareKey(share),
  channel: share.channel,
  thread: share.messageTs,
  saying,
});

const sentence = (summary: string, text: Text): Saying => ({ summary, parts: [{ part: 'text', text }] });

export const droppedFile = (share: Share) => ({
  key: dropKey(share),
  channel: share.channel,
  thread: null,
  saying: sentence(`${share.fileName} came in by the inbox.`, [{ bold: share.fileName }, ' came in by the inbox.']),
});

export const receivedFile = (share: Share) =>
  inThread(
    share,
    sentence(`Received ${share.fileName}.`, ['Received ', { bold: share.fileName }, '. Fetching it now.']),
  );

export const readingFile = (share: Share) =>
  inThread(share, sentence(`Reading ${share.fileName}.`, ['Reading ', { bold: share.fileName }, ' …']));

export function troubledFile(share: Share, problem: string, controls: readonly Control[] = []) {
  return inThread(share, {
    summary: problem,
    parts: [
      { part: 'text', text: [{ bold: share.fileName || 'This file' }, ': ', problem] },
      { part: 'note', text: kept(share) },
      ...(controls.length > 0 ? [{ part: 'controls', controls } as const] : []),
    ],
  });
}

function kept({ id, state, documentId }: Share): string {
  if (state !== 'needs_person') return 'Nothing was booked.';
  return documentId === null
    ? `The file is kept in the folder “refused/${id}” beside the inbox, and listed under “needs a person”.`
    : 'The file is kept and listed under “needs a person”.';
}

/** The same bytes were booked before: says which invoice that is, and where. */
export function duplicateFile(share: Share, invoices: readonly Invoice[], first: Share | null, link: string | null) {
  const known = invoices.map((invoice) => summary(invoice)).join(' ');
  const where: readonly Span[] = first === null ? [] : [' It ', ...whereabouts(first, link), '.'];
  return inThread(share, {
    summary: `${share.fileName} is a duplicate. ${known}`,
    parts: [
      { part: 'text', text: [{ bold: 'Duplicate: ' }, 'exactly this file is in the ledger already.', ...where] },
      { part: 'text', text: known },
      { part: 'note', text: 'Nothing was booked a second time.' },
    ],
  });
}

const whereabouts = (first: Share, link: string | null): readonly Span[] => [
  ...(first.slackUser === null
    ? ['came in by the inbox, see ']
    : ['was shared by ', { person: first.slackUser }, ' in ']),
  link ? { link, label: 'this message' } : { channel: first.channel },
];

import type { Invoice } from '../domain/invoice.ts';
import type { Control, Saying, Span, Text } from '../domain/reply.ts';
import type { Share } from '../ports/documents.ts';
import { summary } from './invoice-card.ts';

/** The one message that follows a share; every later saying replaces the one before. */
export const shareKey = (share: Pick<Share, 'id'>): string => `share:${share.id}`;

const inThread = (share: Share, saying: Saying) => ({
  key: shareKey(share),
  channel: share.channel,
  thread: share.messageTs,
  saying,
});

const sentence = (summary: string, text: Text): Saying => ({ summary, parts: [{ part: 'text', text }] });

export const receivedFile = (share: Share) =>
  inThread(
    share,
    sentence(`Received ${share.fileName}.`, ['Received ', { bold: share.fileName }, '. Fetching it now.']),
  );

export const readingFile = (share: Share) =>
  inThread(share, sentence(`Reading ${share.fileName}.`, ['Reading ', { bold: share.fileName }, ' …']));

export function troubledFile(share: Share, problem: string, controls: readonly Control[] = []) {
  const kept =
    share.documentId === null ? 'Nothing was booked.' : 'The file is kept and listed under “needs a person”.';
  return inThread(share, {
    summary: problem,
    parts: [
      { part: 'text', text: [{ bold: share.fileName || 'This file' }, ': ', problem] },
      { part: 'note', text: kept },
      ...(controls.length > 0 ? [{ part: 'controls', controls } as const] : []),
    ],
  });
}

/** The same bytes were booked before: says which invoice that is, and where. */
export function duplicateFile(share: Share, invoices: readonly Invoice[], first: Share | null, link: string | null) {
  const known = invoices.map((invoice) => summary(invoice)).join(' ');
  const where: readonly Span[] = first === null ? [] : [' It was shared ', ...whereabouts(first, link), '.'];
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
  'by ',
  { person: first.slackUser },
  ' in ',
  link ? { link, label: 'this message' } : { channel: first.channel },
];

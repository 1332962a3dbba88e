import type { Grant } from '../domain/access.ts';
import type { FileFacts } from '../domain/file.ts';
import type { Reading } from '../domain/reading.ts';

export type Document = FileFacts & { readonly id: bigint };

/**
 * - `received`: heard of. - `reading`: stored, being read. - `booked`: its invoices are in the ledger. - `duplicate`: the same bytes were there before.
 * - `needs_person`: nobody could make an invoice of it; `problem` says why in a sentence. - `refused`: not taken; `problem` says why.
 */
export type ShareState = 'received' | 'reading' | 'booked' | 'duplicate' | 'needs_person' | 'refused';

/** One sharing of a file in a channel. The same file shared twice is two shares of one document. `messageTs` is the message that carries it. */
export type Share = {
  readonly id: bigint;
  readonly slackFile: string;
  readonly channel: string;
  readonly slackUser: string;
  readonly messageTs: string | null;
  readonly fileName: string;
  readonly documentId: bigint | null;
  readonly state: ShareState;
  readonly problem: string | null;
};

/** What was shared, what was stored, what was read. */
export interface Documents {
  /** The share of this file in this channel, made if it is not there; `first` says which. */
  share(
    share: Pick<Share, 'slackFile' | 'channel' | 'slackUser'>,
  ): Promise<{ readonly share: Share; readonly first: boolean }>;
  /** Was this file in this channel heard of before? */
  isShared(slackFile: string, channel: string): Promise<boolean>;
  shareOf(id: bigint): Promise<Share | null>;
  /** The earliest share of a document, other than `except`. */
  firstShare(documentId: bigint, except: bigint): Promise<Share | null>;
  /** Files that nobody could make an invoice of, oldest first: this person's own, or everybody's where they may see all. */
  needPerson(
    grant: Grant<'invoice.read-own'>,
    most: number,
  ): Promise<{ readonly total: number; readonly shares: readonly Share[] }>;
  /** A file that needs a person is to be read anew; null when it does not need one (any more). */
  reopen(id: bigint): Promise<Share | null>;
  note(
    id: bigint,
    change: Partial<Pick<Share, 'messageTs' | 'fileName' | 'documentId' | 'state' | 'problem'>>,
  ): Promise<Share>;
  /** The document of these bytes, made if it is not there. */
  document(facts: FileFacts): Promise<{ readonly document: Document; readonly first: boolean }>;
  documentOf(id: bigint): Promise<Document | null>;
  /** Waits until no other transaction works on this document, and keeps others out until this one ends. */
  lock(documentId: bigint): Promise<void>;
  keepReading(documentId: bigint, reading: Reading, milliseconds: number): Promise<void>;
  /** What its pages say, as read last; null where no page was read (an e-invoice), or nothing is kept. */
  pagesRead(documentId: bigint): Promise<Exclude<Reading, { readonly kind: 'exact' }> | null>;
}

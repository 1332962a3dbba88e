import type { Grant } from '../domain/access.ts';
import type { FileFacts } from '../domain/file.ts';
import type { InvoiceState } from '../domain/invoice.ts';
import type { Reading } from '../domain/reading.ts';
import type { Drop, FoundDrop } from './drops.ts';
import type { Sheet } from './pictures.ts';

export type Document = FileFacts & { readonly id: bigint };

/**
 * - `received`: heard of. - `reading`: stored, being read. - `booked`: its invoices are in the ledger. - `duplicate`: the same bytes were there before.
 * - `needs_person`: nobody could make an invoice of it; `problem` says why in a sentence. - `refused`: not taken; `problem` says why.
 */
export type ShareState = 'received' | 'reading' | 'booked' | 'duplicate' | 'needs_person' | 'refused';

/**
 * One arrival of a file in a channel: a person shared it in Slack, or it was dropped into the inbox and Penny says so there. The same file arriving twice
 * is two shares of one document. `messageTs` is the message that carries it, or tells of it.
 */
export type Share = Arrival & {
  readonly id: bigint;
  readonly channel: string;
  readonly messageTs: string | null;
  readonly fileName: string;
  readonly documentId: bigint | null;
  readonly state: ShareState;
  readonly problem: string | null;
};

type Arrival = SlackShare | Dropped;
type SlackShare = { readonly slackFile: string; readonly slackUser: string; readonly drop: null };
type Dropped = { readonly slackFile: null; readonly slackUser: null; readonly drop: Drop };

/** A file of somebody's, and what became of it: those of its invoices that are not deleted, or the table it is. */
export type Upload = {
  readonly share: Share;
  readonly isTable: boolean;
  readonly invoices: readonly { readonly id: bigint; readonly state: InvoiceState }[];
};

/** What was shared, what was stored, what was read. */
export interface Documents {
  /** The share of this file in this channel, made if it is not there; `first` says which. */
  share(
    share: Pick<SlackShare, 'slackFile' | 'slackUser'> & { readonly channel: string },
  ): Promise<{ readonly share: Share; readonly first: boolean }>;
  /** The share of this file of the inbox, made (to be told of in that channel) if it is not there; `first` says which. */
  drop(drop: FoundDrop, channel: string): Promise<{ readonly share: Share; readonly first: boolean }>;
  /** Was this file in this channel heard of before? */
  isShared(slackFile: string, channel: string): Promise<boolean>;
  /** The document that this file of Slack was found to be, in whatever channel; null when Penny does not have it. */
  ofFile(slackFile: string): Promise<bigint | null>;
  shareOf(id: bigint): Promise<Share | null>;
  /** The earliest share of a document, other than `except`. */
  firstShare(documentId: bigint, except: bigint): Promise<Share | null>;
  /** Files that nobody could make an invoice of, oldest first: this person's own, or everybody's and those of the inbox where they may see all. */
  needPerson(
    grant: Grant<'invoice.read-own'>,
    most: number,
  ): Promise<{ readonly total: number; readonly shares: readonly Share[] }>;
  /** The last files that this person shared themselves, newest first. */
  uploads(grant: Grant<'invoice.read-own'>, most: number): Promise<readonly Upload[]>;
  /** A file that needs a person is to be read anew, or is put aside for that reason; null when it does not need one (any more). */
  decide(
    id: bigint,
    to: { readonly state: 'received' | 'refused'; readonly problem: string | null },
  ): Promise<Share | null>;
  note(
    id: bigint,
    change: Partial<Pick<Share, 'messageTs' | 'fileName' | 'documentId' | 'state' | 'problem'>>,
  ): Promise<Share>;
  /** The document of these bytes, made if it is not there. */
  document(facts: FileFacts): Promise<{ readonly document: Document; readonly first: boolean }>;
  documentOf(id: bigint): Promise<Document | null>;
  /** Waits until no other transaction works on this document, and keeps others out until this one ends. */
  lock(documentId: bigint): Promise<void>;
  /** How the pages of its newest reading lie, where that was read from pages; none otherwise. */
  sheets(documentId: bigint): Promise<readonly Sheet[]>;
  /** Who read it last; null when nobody did, or nothing was guessed, so that nobody else would know better. */
  lastReader(documentId: bigint): Promise<string | null>;
  keepReading(documentId: bigint, reading: Reading, milliseconds: number): Promise<void>;
  /** What its pages say, as read last; null where no page was read (an e-invoice), or nothing is kept. */
  pagesRead(documentId: bigint): Promise<Exclude<Reading, { readonly kind: 'exact' }> | null>;
}

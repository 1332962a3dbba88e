import type { Grant } from '../domain/access.ts';
import type { Correctable, Found, Invoice, InvoiceFacts, InvoiceState, Source, Verdict } from '../domain/invoice.ts';
import type { InvoiceFilter } from '../domain/invoice-filter.ts';
import type { Lesson } from '../domain/layout-hint.ts';
import type { Currency } from '../domain/money.ts';
import type { Check, FieldName, InvoiceReading } from '../domain/reading.ts';
import type { WaitingReason } from '../domain/waiting.ts';

/** What came of a reading, looked at: what it says, and whether a person should look. */
export type Judged = {
  readonly facts: InvoiceFacts;
  readonly state: Extract<InvoiceState, 'review' | 'booked' | 'confirmed' | 'held'>;
  readonly confidence: Readonly<Partial<Record<FieldName, number>>>;
  readonly found: Found;
  readonly checks: readonly Check[];
  readonly duplicateOf: bigint | null;
  /** By field, the layout hint by which it was read. */
  readonly hinted?: InvoiceReading['hinted'];
};

/** An invoice about to be booked. */
export type NewInvoice = Judged & {
  readonly source: Source;
  readonly documentId: bigint | null;
  readonly pageFrom: number | null;
  readonly pageTo: number | null;
};

/** An earlier invoice that may be the same, and why it looks so. */
export type Suspect = { readonly id: bigint; readonly why: 'vendor and number' | 'vendor, total and date' };

/** What a person says instead. `version` is the invoice as they saw it; `held` when it now looks like an earlier one. */
export type Corrected = {
  readonly version: string;
  readonly values: Correctable;
  readonly confidence: Invoice['confidence'];
  readonly checks: readonly Check[];
  readonly state: Extract<InvoiceState, 'review' | 'booked' | 'held'>;
  readonly duplicateOf: bigint | null;
  /** Where the corrected values stand on the paper. */
  readonly lessons?: readonly Lesson[];
};

/** What waits for a person: all of it counted, by reason too, and the oldest of it. */
export type Waiting = {
  readonly total: number;
  readonly reasons: Readonly<Record<WaitingReason, number>>;
  readonly invoices: readonly Invoice[];
};

/** Which of those found are wanted whole: so many (20 at most) from that place on, counted from 0. */
export type Page = { readonly from: number; readonly most: number };

/** What the invoices of a currency that were found come to. `counts` is false for those that are held or deleted. */
export type FoundSum = {
  readonly currency: Currency | null;
  readonly counts: boolean;
  readonly invoices: number;
  readonly minor: bigint;
};

/** The invoices of the page, how many there are in all, and their sums. Of more than ten thousand that words find, `isAll` is false, and `total` and `sums` are of those that were looked at. */
export type FoundInvoices = {
  readonly invoices: readonly Invoice[];
  readonly total: number;
  readonly isAll: boolean;
  readonly sums: readonly FoundSum[];
};

export type LedgerEntry = { readonly at: Date; readonly actor: string; readonly action: string };

/**
 * The invoices. Every change writes its audit entry (action `invoice.book`, `invoice.confirm`, `invoice.correct`, `invoice.reread`, `invoice.discard`, `invoice.remove`, `invoice.restore`, `invoice.decide`, `invoice.undecide`, `invoice.look-after`, `invoice.let-go`;
 * subject `invoice <id>`) and sends the task `show-invoice` with payload `{ invoice: <id> }` in the same transaction.
 * With a grant of `invoice.read-own` a person sees what they added themselves, unless their role may read all.
 */
export interface Ledger {
  /** What its vendor has earned confirms itself (`Vendors.letConfirm`). */
  book(invoice: NewInvoice, grant: Grant<'document.share'> | Grant<'invoice.add'>): Promise<Invoice>;
  invoice(id: bigint, grant: Grant<'invoice.read-own'> | Grant<'invoice.correct-own'>): Promise<Invoice | null>;
  /** What waits for a person in review or as a suspected duplicate, oldest first, `most` of them whole. */
  waiting(grant: Grant<'invoice.read-own'>, most: number): Promise<Waiting>;
  /**
   * The invoices that the filter means, newest first; where there are words, what fits them best first. Without words all are counted and added up exactly, as
   * reports count them.
   */
  find(grant: Grant<'invoice.read-own'>, filter: InvoiceFilter, page: Page): Promise<FoundInvoices>;
  /** Any invoice, for Penny's own jobs; never shown to a person who did not ask for it with a grant. `isFirst`: of the invoices of its file. */
  any(id: bigint): Promise<(Invoice & { readonly isFirst: boolean }) | null>;
  /** The invoices of a stored file, whoever added them; deleted ones left out. */
  ofDocument(documentId: bigint): Promise<readonly Invoice[]>;
  /** The oldest invoice that counts and may be the same one; not `except`, nor what was told apart from it. */
  suspect(facts: InvoiceFacts, except?: bigint): Promise<Suspect | null>;
  /** Was Penny taught, by a correction or a tax id, whom this way of writing a vendor means? */
  knows(vendor: string): Promise<boolean>;
  /**
   * Throws Fault('conflict') when it is not the version that the person saw, or its state does not allow it any more; Fault('missing') when they may not correct it.
   * A vendor corrected teaches whom the name on the paper means (`learnt` is that name; audit action `vendor.teach`), a category corrected becomes the vendor's own,
   * and the lessons become the vendor's (`looksFor`; audit action `vendor.layout`). Where something was misread, invoices of the
   * vendors concerned do not confirm themselves any more (`ended`: their names).
   */
  correct(
    id: bigint,
    corrected: Corrected,
    grant: Grant<'invoice.correct-own'>,
  ): Promise<{
    readonly invoice: Invoice;
    readonly learnt: string | null;
    readonly looksFor: readonly Lesson[];
    readonly ended: readonly string[];
  }>;
  /** Throws Fault('conflict') when its state does not allow it any more. */
  confirm(id: bigint, grant: Grant<'invoice.confirm'>): Promise<Invoice>;
  remove(id: bigint, grant: Grant<'invoice.delete'>): Promise<Invoice>;
  /** Its paper was read again, and says this now. Faults as of `correct`; also when somebody corrected it by hand, which a reading does not undo. */
  reread(id: bigint, version: string, read: Judged, grant: Grant<'invoice.correct-own'>): Promise<Invoice>;
  /** It is no invoice at all. Whoever may correct it may say so, and undo it by `restore`. */
  discard(id: bigint, grant: Grant<'invoice.correct-own'>): Promise<Invoice>;
  /** Undoes what took it out: `remove`, `discard`, or a verdict. Without `invoice.delete` a person restores what they sent and was discarded, nothing else. */
  restore(id: bigint, grant: Grant<'invoice.correct-own'>): Promise<Invoice>;
  /** Says what a held invoice is. What counts from now on is looked at like any other: in doubt it goes to review. */
  decide(id: bigint, verdict: Verdict, grant: Grant<'duplicate.decide'>): Promise<Invoice>;
  /** Takes a verdict back: the invoice is held again, and the first one is as it was. */
  undecide(id: bigint, grant: Grant<'duplicate.decide'>): Promise<Invoice>;
  /** This person looks after it from now on, whoever did before. Faults as of `correct`. */
  lookAfter(id: bigint, grant: Grant<'invoice.correct-own'>): Promise<Invoice>;
  /** They do not any more; does nothing where somebody else does. */
  letGo(id: bigint, grant: Grant<'invoice.correct-own'>): Promise<Invoice>;
  history(id: bigint): Promise<readonly LedgerEntry[]>;
  /** What money is spent on; `book` takes these names and no others, Fault('invalid') otherwise. */
  categories(): Promise<readonly string[]>;
}

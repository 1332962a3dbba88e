import type { Grant } from '../domain/access.ts';
import type { Mapping } from '../domain/import/columns.ts';
import type { Bytes } from './apart.ts';
import type { Preview, Trial } from './spreadsheets.ts';

/**
 * - `offered`: its columns were shown; somebody decides. - `loading`: it is being loaded, or waits for that. - `loaded`: its rows are booked.
 * - `failed`: nothing of it is booked; `problem` says why. - `dropped`: somebody does not want it. - `undone`: it was loaded and taken back whole.
 */
export type ImportState = 'offered' | 'loading' | 'loaded' | 'failed' | 'dropped' | 'undone';

/** What a person is shown of a table before it is loaded. */
export type ShownTable = Pick<Preview, 'header' | 'samples' | 'sheet' | 'trial'>;

/** Every row of the file is in exactly one of the three. */
export type Counts = {
  readonly rows: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
};

/** What was accepted, in one currency; `minor` is the sum of the totals. */
export type ImportTotal = { readonly currency: string; readonly invoices: number; readonly minor: bigint };

export type Import = {
  readonly id: bigint;
  readonly documentId: bigint;
  readonly shareId: bigint | null;
  readonly fileName: string;
  readonly state: ImportState;
  readonly layout: string;
  /** Null while nobody could say what the columns hold. */
  readonly mapping: Mapping | null;
  readonly preview: ShownTable;
  readonly counts: Counts | null;
  readonly totals: readonly ImportTotal[];
  readonly milliseconds: number | null;
  readonly problem: string | null;
  /** The file in Slack that holds the rows that were not booked; null while there is none. */
  readonly leftOutFile: string | null;
  readonly loadedBy: { readonly id: bigint; readonly name: string; readonly slackUser: string | null } | null;
};

export type NewImport = Pick<Import, 'documentId' | 'shareId' | 'layout' | 'mapping' | 'preview'>;

/** A row that was not booked, as it stands in the file. `invoice` is the one that was there before. */
export type LeftOut = {
  readonly line: number;
  readonly verdict: 'duplicate' | 'rejected';
  readonly why: string;
  readonly invoice: bigint | null;
  readonly cells: readonly string[];
};

/** What is known of spreadsheets that came in. Changes are on record (`import.begin`, `import.load`, `import.fail`, `import.drop`, `import.undo`; subject `import <id>`). */
export interface Imports {
  /**
   * The offer of this file in the place of earlier ones; `first` is false where this share was offered already, or the same bytes were shared and loaded before: it
   * is that import then.
   */
  offer(
    offered: NewImport,
    grant: Grant<'document.share'> | Grant<'import.load'>,
  ): Promise<{ readonly import: Import; readonly first: boolean }>;
  /** Any import, for Penny's own jobs and for those who may load. */
  any(id: bigint): Promise<Import | null>;
  /** How a layout was read last; null when it is new. */
  layout(key: string): Promise<Mapping | null>;
  /** Reads the file so from now on, and files of its layout too. Sends the task `try-import` with payload `{ import: <id> }`. Fault('conflict') once it is being loaded. */
  remap(id: bigint, mapping: Mapping, grant: Grant<'import.load'>): Promise<Import>;
  /** What became of the first rows when they were read by that mapping; null when it is read otherwise by now. */
  tried(id: bigint, mapping: Mapping, trial: Trial | null): Promise<Import | null>;
  /** Sends the task `load-import` with payload `{ import: <id> }`. Fault('conflict') unless it is offered, failed, dropped or undone; Fault('invalid') without a mapping. */
  begin(id: bigint, grant: Grant<'import.load'>): Promise<Import>;
  /** Nothing was booked; it may be begun again. Does nothing to one that is not being loaded. */
  fail(id: bigint, problem: string): Promise<Import>;
  /** Fault('conflict') unless it is offered or failed. */
  drop(id: bigint, grant: Grant<'import.load'>): Promise<Import>;
  /** Takes out every invoice it booked, whatever became of them since. Fault('conflict') unless it is loaded. */
  undo(id: bigint, grant: Grant<'import.load'>): Promise<Import>;
  /** Makes the words of some more invoices of loaded imports to be found by `Ledger.find`; false when there are no more. */
  writeWords(): Promise<boolean>;
  /** Slack has the rows that were not booked, as this file. */
  noteLeftOutFile(id: bigint, slackFile: string): Promise<void>;
  /** Up to `most` of the rows that were not booked after that line, in the order of the file. */
  leftOut(id: bigint, after: number, most: number): Promise<readonly LeftOut[]>;
}

/**
 * Books the rows of an import, all in one transaction, and says what came of each. `copyText` is in Postgres' COPY text format, columns as `stagedColumns`.
 * `progress` hears how many rows the database has taken. Null when it is not (any more) to be loaded. Imports are loaded one at a time; others wait.
 */
export type LoadImport = (
  id: bigint,
  copyText: Bytes,
  options: {
    readonly signal: AbortSignal;
    readonly progress?: (rows: number) => void;
    /** How many rows the text has, once that is known: nothing is booked when others came. */
    readonly rows?: Promise<number>;
  },
) => Promise<Import | null>;

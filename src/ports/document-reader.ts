import type { FileFacts } from '../domain/file.ts';
import type { Reading } from '../domain/reading.ts';

/** A stored file that may be opened: `path` is a local copy, readable until `read` returns. */
export type StoredFile = FileFacts & { readonly path: string };

/** Turns a stored file into what is written on it. The same file gives the same reading. Touches no ledger. */
export interface DocumentReader {
  readonly name: string;
  /** How much this reader wants the file; `null` declines. The highest is asked first. */
  claim(file: FileFacts): number | null;
  /**
   * `null`: on a closer look this is not for me, ask the next (a PDF without an e-invoice inside).
   * Throws Fault('invalid') for a file nobody could read, Fault('unavailable') to be tried again.
   */
  read(file: StoredFile, signal: AbortSignal): Promise<Reading | null>;
}

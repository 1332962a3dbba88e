/**
 * - `started`: under way, or done and not yet fetched. - `succeeded`: fetched, its pages are metered. - `failed`: the reader could not read the file.
 * - `expired`: the reader has forgotten it.
 */
export type ReadingJobState = 'started' | 'succeeded' | 'failed' | 'expired';

/** What an outside reader does for a file, known there as `job`. A file may need several attempts, counted from 1. */
export type ReadingJob = {
  readonly sha256: string;
  readonly reader: string;
  readonly attempt: number;
  readonly job: string;
  readonly state: ReadingJobState;
};

/** Pages that a reader is paid for, and what they cost in millionths of a US dollar. */
export type PagesRead = { readonly reader: string; readonly pages: number; readonly microUsd: number };

/** Remembers what outside readers were asked, so that nobody is asked and paid twice. Throws Fault('unavailable') when the database is away. */
export interface ReadingJobs {
  /** The last attempt of this reader at this file. */
  last(sha256: string, reader: string): Promise<ReadingJob | null>;
  /** Notes a job that was started; noted twice it is one. */
  started(job: Omit<ReadingJob, 'state'>): Promise<void>;
  /** Ends a job that was started, and meters the pages it read: once, however often it is told. */
  ended(job: ReadingJob, state: Exclude<ReadingJobState, 'started'>, read?: PagesRead): Promise<void>;
  /** Notes that the reader says a job is done, whatever came of it; false when no such job is known. */
  announced(reader: string, job: string): Promise<boolean>;
  isAnnounced(job: ReadingJob): Promise<boolean>;
  /** Counts pages that were read at once, without a job. */
  meter(read: PagesRead): Promise<void>;
}

import { readFile } from 'node:fs/promises';
import { ZodError } from 'zod';
import { Fault } from '../../domain/fault.ts';
import type { FileFacts, FileType } from '../../domain/file.ts';
import type { Reading } from '../../domain/reading.ts';
import type { DocumentReader, StoredFile } from '../../ports/document-reader.ts';
import type { Log } from '../../ports/log.ts';
import type { ReadingJobs } from '../../ports/reading-jobs.ts';
import { keyOf } from './s3-objects.ts';
import { pagesRead, readingOf } from './textract-answer.ts';
import { isDenied, isRefusal, type Textract } from './textract-calls.ts';
import { analyzeAsJob } from './textract-job.ts';
import { costOf } from './textract-price.ts';

type Options = {
  readonly textract: Textract;
  readonly jobs: ReadingJobs;
  /** Where stored files lie; without it only what fits into a call can be read. */
  readonly bucket: string | null;
  /** How many pages a PDF or TIFF has, counted where a hostile file harms nobody; throws Fault('invalid') for more than Penny reads. */
  readonly countPages: (file: StoredFile, signal: AbortSignal) => Promise<number>;
  readonly log: Log;
  /** Finished jobs are announced, so that asking is for the announcements that got lost. */
  readonly announced?: boolean;
  readonly lookEvery?: number;
  readonly pauseFor?: (tries: number) => number;
  readonly patience?: number;
};

/** WebP and HEIC are not Textract's: the embedded reader takes them. https://docs.aws.amazon.com/textract/latest/dg/limits-document.html */
const readable: readonly FileType[] = ['application/pdf', 'image/jpeg', 'image/png', 'image/tiff'];

/** Bytes: what one call may carry, and what it may name in a bucket. */
const carried = 5 * 1024 * 1024;
const atOnce = 10 * 1024 * 1024;

/** Reads by Textract's AnalyzeExpense, which is paid by the page. Declines what Textract cannot read, and everything while Textract is away. */
export function textractReader(options: Options): DocumentReader {
  const { textract, log } = options;
  return {
    name: 'textract',
    claim: (file) => (readable.includes(file.type) && fits(file, options.bucket) && !textract.isAway() ? 50 : null),
    async read(file, signal) {
      try {
        const answers = await answersTo(file, options, signal);
        return answers && readingOf(answers);
      } catch (error) {
        return passedOn(error, textract, log);
      }
    },
  };
}

const isPicture = (type: FileType): boolean => type === 'image/jpeg' || type === 'image/png';

/** Without a bucket only what one call carries; a picture never more than Textract takes. */
const fits = ({ type, size }: FileFacts, bucket: string | null): boolean =>
  size <= (bucket === null ? carried : isPicture(type) ? atOnce : Number.POSITIVE_INFINITY);

async function answersTo(file: StoredFile, options: Options, signal: AbortSignal): Promise<readonly unknown[] | null> {
  const { textract, jobs, bucket, countPages, log } = options;
  const pages = isPicture(file.type) ? 1 : await countPages(file, signal);
  if (pages === 1 && file.size <= atOnce) {
    const answer = await textract.analyze(await documentOf(file, bucket), signal);
    await jobs.meter(costOf(pagesRead(answer)));
    return [answer];
  }
  if (bucket === null) {
    log.warn({ pages }, 'Textract reads files of several pages from S3 only: set S3_BUCKET');
    return null;
  }
  const answers = await analyzeAsJob(file.sha256, { textract, jobs, bucket, ...waiting(options) }, signal);
  if (answers === null) log.warn({ sha256: file.sha256 }, 'Textract could not read a file');
  return answers;
}

const documentOf = async ({ path, size, sha256 }: StoredFile, bucket: string | null) =>
  size <= carried || bucket === null
    ? { Bytes: await readFile(path) }
    : { S3Object: { Bucket: bucket, Name: keyOf(sha256) } };

const waiting = ({ announced = false, lookEvery = 1_000, pauseFor, patience = 150_000 }: Options) => ({
  lookEvery: announced ? lookEvery : null,
  pauseFor: pauseFor ?? (announced ? longPause : usualPause),
  patience,
});

/** Milliseconds: 5 s, 10 s, 20 s… up to a minute, which is what a lost announcement costs. */
const longPause = (tries: number): number => Math.min(60_000, 5_000 * 2 ** tries) * jitter();

/** Milliseconds: 1 s, 1.6 s, 2.6 s… up to 10 s, each up to a quarter off, so that many files do not ask at once. */
const usualPause = (tries: number): number => Math.min(10_000, 1000 * 1.6 ** tries) * jitter();
const jitter = (): number => 0.75 + Math.random() / 2;

/** What Textract refuses or answers in an unknown shape is for the next reader, and so is everything once Textract is known to be away. */
function passedOn(error: unknown, textract: Textract, log: Log): Reading | null {
  if (isRefusal(error)) {
    log.warn({ problem: error.name }, 'Textract refused a file');
    return null;
  }
  if (error instanceof ZodError) {
    log.error({ err: error }, 'Textract answered in a shape that Penny does not know');
    return null;
  }
  if (!(error instanceof Fault) || error.code !== 'unavailable') throw error;
  if (isDenied(error.cause)) log.error({}, 'AWS does not let Penny use Textract: look at its keys, role and region');
  else if (!textract.isAway()) throw error;
  return null;
}

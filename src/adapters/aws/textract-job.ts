import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { Fault } from '../../domain/fault.ts';
import type { ReadingJob, ReadingJobs } from '../../ports/reading-jobs.ts';
import { keyOf } from './s3-objects.ts';
import { isRefusal, type Textract } from './textract-calls.ts';
import { costOf } from './textract-price.ts';

type Parts = {
  readonly textract: Textract;
  readonly jobs: ReadingJobs;
  readonly bucket: string;
  /** How long to wait for an answer that is not ready, by how often it was not. */
  readonly pauseFor: (tries: number) => number;
  readonly patience: number;
  /** How often to look whether the job was announced, in milliseconds; null where nobody announces any. */
  readonly lookEvery: number | null;
};

const Progress = z.object({
  JobStatus: z.enum(['IN_PROGRESS', 'SUCCEEDED', 'PARTIAL_SUCCESS', 'FAILED']),
  NextToken: z.string().nullish(),
  StatusMessage: z.string().nullish(),
  DocumentMetadata: z.object({ Pages: z.number().int().nonnegative().nullish() }).nullish(),
});

/**
 * All answers to a long file, which must lie in the bucket. The job's id is kept: a restart goes on waiting for it. A job that Textract has forgotten
 * (after 7 days) is started anew; `null` when Textract could not read the file.
 */
export async function analyzeAsJob(
  sha256: string,
  parts: Parts,
  signal: AbortSignal,
): Promise<readonly unknown[] | null> {
  const job = await currentJob(sha256, parts, signal);
  const answers = await collect(job, parts, signal);
  if (answers !== 'expired') return answers;
  const again = await collect(await currentJob(sha256, parts, signal), parts, signal);
  return again === 'expired' ? null : again;
}

async function currentJob(sha256: string, parts: Parts, signal: AbortSignal): Promise<ReadingJob> {
  const last = await parts.jobs.last(sha256, 'textract');
  if (last && (last.state === 'started' || last.state === 'succeeded')) return last;
  const attempt = (last?.attempt ?? 0) + 1;
  const at = { bucket: parts.bucket, key: keyOf(sha256) };
  const job = await parts.textract.start(at, tokenOf(sha256, attempt), signal);
  const started = { sha256, reader: 'textract', attempt, job };
  await parts.jobs.started(started);
  return { ...started, state: 'started' };
}

/** The same token gives the same job: killed between the start and its note, the next try finds the same one. A further attempt needs another. */
const tokenOf = (sha256: string, attempt: number): string =>
  attempt === 1 ? sha256 : createHash('sha256').update(`${sha256} ${attempt}`).digest('hex');

async function collect(
  job: ReadingJob,
  parts: Parts,
  signal: AbortSignal,
): Promise<readonly unknown[] | 'expired' | null> {
  try {
    const first = await firstAnswer(job, parts, signal);
    const { JobStatus, NextToken, DocumentMetadata } = Progress.parse(first);
    if (JobStatus === 'FAILED') {
      await parts.jobs.ended(job, 'failed');
      return null;
    }
    const answers = [first, ...(await furtherAnswers(job.job, NextToken ?? null, parts, signal))];
    await parts.jobs.ended(job, 'succeeded', costOf(DocumentMetadata?.Pages ?? 1));
    return answers;
  } catch (error) {
    if (!isRefusal(error) || error.name !== 'InvalidJobIdException') throw error;
    await parts.jobs.ended(job, 'expired');
    return 'expired';
  }
}

/** Asks until the job is done: when that is announced, and ever more seldom in any case. Throws Fault('unavailable') when it takes too long: the next try goes on waiting. */
async function firstAnswer(job: ReadingJob, parts: Parts, signal: AbortSignal): Promise<unknown> {
  const until = performance.now() + parts.patience;
  let isAnnounced = false;
  for (let tries = 0; ; tries += 1) {
    const answer = await parts.textract.get(job.job, null, signal);
    if (Progress.parse(answer).JobStatus !== 'IN_PROGRESS') return answer;
    const rest = parts.pauseFor(tries);
    if (performance.now() + rest > until)
      throw new Fault('unavailable', 'Textract is still reading this file. Penny will look again.');
    if (isAnnounced) await pause(rest, undefined, { signal });
    else isAnnounced = await announcedWithin(rest, job, parts, signal);
  }
}

/** Rests that long, or until the job is announced; whoever heard it, the database knows. */
async function announcedWithin(
  milliseconds: number,
  job: ReadingJob,
  { jobs, lookEvery }: Parts,
  signal: AbortSignal,
): Promise<boolean> {
  const until = performance.now() + milliseconds;
  for (let left = milliseconds; left > 0; left = until - performance.now()) {
    await pause(Math.min(left, lookEvery ?? left), undefined, { signal });
    if (lookEvery !== null && (await jobs.isAnnounced(job))) return true;
  }
  return false;
}

async function furtherAnswers(
  job: string,
  from: string | null,
  { textract }: Parts,
  signal: AbortSignal,
): Promise<readonly unknown[]> {
  const answers: unknown[] = [];
  const seen = new Set<string>();
  for (let token = from; token !== null && !seen.has(token); ) {
    seen.add(token);
    const answer = await textract.get(job, token, signal);
    answers.push(answer);
    token = Progress.parse(answer).NextToken ?? null;
  }
  return answers;
}

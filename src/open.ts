import { diskDrops } from './adapters/disk-objects/disk-drops.ts';
import { diskObjects } from './adapters/disk-objects/disk-objects.ts';
import type { countPages as CountPages } from './adapters/embedded/read-pages.ts';
import { embeddedParsers } from './adapters/embedded/reader.ts';
import { startEmbeddedPostgres } from './adapters/embedded-postgres/start.ts';
import { type Database, openDatabase } from './adapters/postgres/database.ts';
import { migrate } from './adapters/postgres/migrate.ts';
import { fileName } from './adapters/sniff/file-name.ts';
import { assertSize } from './adapters/sniff/sniff.ts';
import type { Config } from './config.ts';
import { mostBytes } from './domain/file.ts';
import type { Apart } from './ports/apart.ts';
import type { DocumentReader, StoredFile } from './ports/document-reader.ts';
import type { Drops } from './ports/drops.ts';
import type { Log } from './ports/log.ts';
import type { ObjectStore } from './ports/object-store.ts';
import type { ReadingJobs } from './ports/reading-jobs.ts';

/** Notes what closes a part the moment it is open; `close` is told how many milliseconds of the time to stop in are left. */
export type Open = <T>(part: T, close: (part: T, milliseconds: number) => Promise<unknown>) => T;

/** The database, brought up to date: the one configured, or the embedded one. `loading` is for the long statements of imports. */
export async function openLedger(
  settings: Pick<Config, 'databaseUrl' | 'databaseReadUrl' | 'folder'>,
  log: Log,
  open: Open,
): Promise<{ readonly url: string; readonly main: Database; readonly reports: Database; readonly loading: Database }> {
  const given = settings.databaseUrl;
  const embedded = given
    ? null
    : open(await startEmbeddedPostgres({ folder: settings.folder, log }), (part) => part.stop());
  const url = given ?? embedded?.url ?? '';
  await migrate({ url: given ?? embedded?.ownerUrl ?? '', log });
  const main = open(openDatabase({ url, log }), (part) => part.close());
  const reports = open(
    openDatabase({
      url: settings.databaseReadUrl ?? embedded?.readUrl ?? url,
      log,
      connections: 4,
      name: 'penny reports',
    }),
    (part) => part.close(),
  );
  const loading = open(openDatabase({ url, log, connections: 2, name: 'penny imports', seconds: 1800 }), (part) =>
    part.close(),
  );
  return { url, main, reports, loading };
}

/** Files and the inbox in the bucket, where one is configured, else in the folder. Loading the AWS SDK takes a sixth of a second, for those who use it only. */
export async function openFiles(
  { aws, bucket, folder }: Pick<Config, 'aws' | 'bucket' | 'folder'>,
  temp: string,
  log: Log,
  open: Open,
): Promise<{ readonly objects: ObjectStore; readonly drops: Drops }> {
  const common = { nameOf: fileName, fits: (size: number, name: string) => assertSize(size, mostBytes(name)) };
  if (aws === null || bucket === null)
    return { objects: diskObjects(folder), drops: diskDrops({ folder, log, ...common }) };
  const { s3Objects } = await import('./adapters/aws/s3-objects.ts');
  const { s3Drops } = await import('./adapters/aws/s3-drops.ts');
  const place = { account: aws, bucket, temp };
  const objects = open(s3Objects(place), (part) => part.close());
  await objects.check();
  return { objects, drops: open(s3Drops({ ...place, ...common }), (part) => part.close()) };
}

type Paid = {
  readonly jobs: ReadingJobs;
  readonly run: Apart;
  readonly changed: (isAway: boolean) => void;
  readonly log: Log;
};

/** The reader that is paid for, where it is wanted. */
export async function openTextract(
  {
    aws,
    bucket,
    textract: wanted,
    textractTopic: topic,
  }: Pick<Config, 'aws' | 'bucket' | 'textract' | 'textractTopic'>,
  { jobs, run, changed, log }: Paid,
  open: Open,
): Promise<readonly DocumentReader[]> {
  if (aws === null || !wanted) return [];
  const { textractCalls } = await import('./adapters/aws/textract-calls.ts');
  const { textractReader } = await import('./adapters/aws/textract-reader.ts');
  const textract = open(textractCalls({ account: aws, topic, log, changed }), async (part) => part.close());
  const countPages = ({ path, type }: StoredFile, signal: AbortSignal) =>
    run<typeof CountPages>(embeddedParsers, 'countPages', { path, type }, { seconds: 30, signal });
  log.info({ region: aws.region }, 'files are read by Textract, which is paid by the page');
  const queueUrl = topic?.queueUrl ?? null;
  if (queueUrl !== null) {
    const { textractNotices } = await import('./adapters/aws/textract-notices.ts');
    open(textractNotices({ account: aws, queueUrl, jobs, log }), (part) => part.stop());
  }
  return [textractReader({ textract, jobs, bucket, countPages, announced: queueUrl !== null, log })];
}

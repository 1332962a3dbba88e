import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GetObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { Fault } from '../../domain/fault.ts';
import { type AwsAccount, clientSettings } from './account.ts';

/** A client for the account; other servers than AWS's are asked by path. */
export const openS3 = (account: AwsAccount): S3Client =>
  new S3Client({ ...clientSettings(account, 60), forcePathStyle: account.endpoint !== null });

type Lent = {
  readonly Bucket: string;
  readonly Key: string;
  readonly IfMatch?: string;
  /** Where lent copies lie. */
  readonly temp: string;
  /** What a person reads when there is no such object (any more). */
  readonly gone: string;
  /** Refuses an object by its size, before it is fetched. */
  readonly fits?: (size: number) => void;
};
type Copy = { readonly path: string; readonly size: number; readonly sha256: string };

/** Lends a local copy of an object while `work` runs; of this user alone, and hashed as it was written. */
export async function lendCopy<T>(s3: S3Client, from: Lent, work: (copy: Copy) => Promise<T>): Promise<T> {
  const folder = join(from.temp, 'lent');
  await sweep(folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  try {
    return await work({ path, ...(await fetchTo(path, s3, from)) });
  } finally {
    await rm(path, { force: true });
  }
}

async function fetchTo(
  path: string,
  s3: S3Client,
  { Bucket, Key, IfMatch, gone, fits }: Lent,
): Promise<Omit<Copy, 'path'>> {
  const get = new GetObjectCommand({ Bucket, Key, ...(IfMatch && { IfMatch }) });
  const { Body, ContentLength = 0 } = await s3.send(get).catch((error: unknown) => {
    throw [404, 412].includes(statusOf(error) ?? 0) ? missing(gone, error) : translate(error);
  });
  if (!(Body instanceof Readable)) throw new Error('the answer of S3 has no body');
  try {
    fits?.(ContentLength);
  } catch (error) {
    Body.destroy();
    throw error;
  }
  const hash = createHash('sha256');
  let size = 0;
  const watch = new Transform({
    transform(chunk, _, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(Body, watch, createWriteStream(path, { mode: 0o600, flags: 'wx' })).catch((error: unknown) => {
    throw translate(error);
  });
  return { size, sha256: hash.digest('hex') };
}

/** A file is never lent this long: what is older was left by a process that was killed. */
const leftBehindAfter = 600_000;

async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() })); // given back meanwhile
    if (Date.now() - mtimeMs > leftBehindAfter) await rm(path, { force: true });
  }
}

export const statusOf = (error: unknown): number | undefined =>
  error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;

export const missing = (says: string, cause?: unknown): Fault =>
  new Fault('missing', `${says} Share it again, and tell an admin.`, { cause });

/** What S3 or the way to it does wrong may work later; a disk that is full here is ours. */
export function translate(error: unknown): unknown {
  if (error instanceof Error && 'code' in error && /^E(?:NOSPC|ACCES|ROFS|EXIST|NOENT)$/.test(String(error.code)))
    return error;
  return new Fault('unavailable', 'The file store is away. Penny will try again.', { cause: error });
}

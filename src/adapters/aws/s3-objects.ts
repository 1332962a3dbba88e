import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { GetObjectCommand, HeadBucketCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { Fault } from '../../domain/fault.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { AwsAccount } from './account.ts';
import { lendCopy, missing, openS3, statusOf, translate } from './s3-calls.ts';

type Options = {
  readonly account: AwsAccount;
  readonly bucket: string;
  /** Where lent copies lie while they are lent. */
  readonly temp: string;
};

export type S3Objects = Required<ObjectStore> & {
  /** Throws Fault with what to do when there is no such bucket or Penny may not use it. */
  check(): Promise<void>;
  close(): Promise<void>;
};

/** Where a file lies in the bucket: the same place as in a folder. */
export function keyOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('the key of an object is 64 hex digits');
  return `objects/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}

/**
 * Keeps files in a bucket, encrypted at rest. S3 is told the hash of what it gets and refuses what differs; `IfNoneMatch` lets the first of two writers win,
 * and servers that do not know it are asked first. Throws Fault('unavailable') when S3 is away.
 */
export function s3Objects({ account, bucket, temp }: Options): S3Objects {
  const s3 = openS3(account);
  const at = (sha256: string) => ({ Bucket: bucket, Key: keyOf(sha256) });

  const has = async (sha256: string): Promise<boolean> => {
    const head = new HeadObjectCommand(at(sha256));
    try {
      await s3.send(head);
      return true;
    } catch (error) {
      if (statusOf(error) === 404) return false;
      throw translate(error);
    }
  };

  return {
    has,

    async put(sha256, path) {
      if (await has(sha256)) return;
      const bytes = await readFile(path);
      const hash = createHash('sha256').update(bytes).digest();
      if (hash.toString('hex') !== sha256) throw new Error('the file changed while it was being stored');
      const checks = { ChecksumSHA256: hash.toString('base64'), IfNoneMatch: '*' };
      await s3
        .send(new PutObjectCommand({ ...at(sha256), ...checks, Body: bytes, ServerSideEncryption: 'AES256' }))
        .catch((error: unknown) => {
          if (statusOf(error) !== 412) throw translate(error); // somebody else was faster, with the same bytes
        });
    },

    lend: (sha256, work) =>
      lendCopy(s3, { ...at(sha256), temp, gone: 'That file is not in the store any more.' }, (copy) => {
        if (copy.sha256 !== sha256) throw missing('That file is damaged in the store.');
        return work(copy.path);
      }),

    async link({ sha256, name }, seconds) {
      if (!(await has(sha256))) throw missing('That file is not in the store any more.');
      const command = new GetObjectCommand({
        ...at(sha256),
        ResponseContentType: 'application/octet-stream', // never shown by a browser as what a stranger made of it
        ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, encoded)}`,
      });
      return getSignedUrl(s3, command, { expiresIn: seconds });
    },

    async check() {
      await s3.send(new HeadBucketCommand({ Bucket: bucket })).catch((error: unknown) => {
        throw wrongBucket(error) ?? translate(error);
      });
    },

    close: async () => s3.destroy(),
  };
}

const encoded = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

function wrongBucket(error: unknown): Fault | null {
  const says: Readonly<Record<number, string>> = {
    301: 'S3_BUCKET is in another region than AWS_REGION; set AWS_REGION to its own.',
    403: 'Penny may not use the bucket of S3_BUCKET; let her s3:ListBucket, s3:GetObject and s3:PutObject.',
    404: 'There is no bucket of the name that S3_BUCKET gives; create it first.',
  };
  const sentence = says[statusOf(error) ?? 0];
  return sentence === undefined ? null : new Fault('forbidden', sentence, { cause: error });
}

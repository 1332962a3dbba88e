import {
  CopyObjectCommand,
  DeleteObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Fault } from '../../domain/fault.ts';
import type { Drop, Drops, FoundDrop } from '../../ports/drops.ts';
import type { AwsAccount } from './account.ts';
import { lendCopy, openS3, statusOf, translate } from './s3-calls.ts';

type Options = {
  readonly account: AwsAccount;
  readonly bucket: string;
  /** Where lent copies lie while they are lent. */
  readonly temp: string;
  /** The last part of a stranger's path, fit to be shown. */
  readonly nameOf: (key: string) => string;
  /** Throws Fault('invalid') for a file that is empty or too large. */
  readonly fits: (size: number, name: string) => void;
  /** Keys of one page of a list; 1,000 are the most. */
  readonly perPage?: number;
};

export type S3Drops = Drops & { close(): Promise<void> };

const prefix = 'inbox/';

/** The inbox in the bucket: all objects whose key begins with `inbox/`. S3 shows an object once it is whole. */
export function s3Drops({ account, bucket, temp, nameOf, fits, perPage = 1_000 }: Options): S3Drops {
  const s3 = openS3(account);
  const remove = async (drop: Drop) => {
    if (!(await liesThere(s3, bucket, drop))) return;
    const only = new DeleteObjectCommand({ Bucket: bucket, Key: drop.key, IfMatch: tagOf(drop) }); // servers that do not know the condition were asked just now
    await s3.send(only).catch((error: unknown) => {
      if (!isGone(error)) throw denied(error) ?? translate(error);
    });
  };

  return {
    remove,

    async found() {
      const found: FoundDrop[] = [];
      for (let token: string | undefined, more = true; more; more = token !== undefined) {
        const page = await list(s3, bucket, perPage, token);
        for (const { Key, ETag, LastModified } of page.Contents ?? []) {
          if (Key === undefined || ETag === undefined || LastModified === undefined) continue;
          const key = page.EncodingType === 'url' ? decodeURIComponent(Key.replaceAll('+', ' ')) : Key;
          if (!isHidden(key)) found.push({ key, version: versionOf(ETag, LastModified), name: nameOf(key) });
        }
        token = page.NextContinuationToken;
      }
      return found;
    },

    fetch(drop, work) {
      const gone = 'The file left the inbox, or was replaced there, before Penny could read it.';
      return lendCopy(
        s3,
        { Bucket: bucket, Key: drop.key, IfMatch: tagOf(drop), temp, gone, fits: (size) => fits(size, drop.key) },
        work,
      );
    },

    async refuse(drop, id) {
      const copy = new CopyObjectCommand({
        Bucket: bucket,
        CopySource: `${bucket}/${drop.key.split('/').map(encodeURIComponent).join('/')}`,
        CopySourceIfMatch: tagOf(drop),
        Key: `refused/${id}/${shortened(nameOf(drop.key))}`,
        ServerSideEncryption: 'AES256',
      });
      if (!(await liesThere(s3, bucket, drop))) return;
      const copied = await s3.send(copy).then(
        () => true,
        (error: unknown) => {
          if (isGone(error)) return false;
          throw denied(error) ?? translate(error);
        },
      );
      if (copied) await remove(drop);
    },

    close: async () => s3.destroy(),
  };
}

function list(s3: S3Client, bucket: string, perPage: number, token: string | undefined) {
  const EncodingType = 'url'; // XML has no way to write every key
  const ask = {
    Bucket: bucket,
    Prefix: prefix,
    MaxKeys: perPage,
    EncodingType,
    ...(token && { ContinuationToken: token }),
  } as const;
  return s3.send(new ListObjectsV2Command(ask)).catch((error: unknown) => {
    throw translate(error);
  });
}

/** The marker of an empty folder, and what hides behind a dot. Folders are a part of the name and no more: `inbox/../a.pdf` is a file like any other. */
const isHidden = (key: string): boolean => /(^|\/)(\.[^/]*)?$/.test(key);

/** Bytes and time of an object: the list tells the time to the millisecond, other answers to the second. */
const versionOf = (tag: string, at: Date): string => `${tag} ${Math.floor(at.getTime() / 1000)}`;
const tagOf = ({ version }: Drop): string => version.slice(0, version.lastIndexOf(' '));

async function liesThere(s3: S3Client, bucket: string, { key, version }: Drop): Promise<boolean> {
  try {
    const { ETag = '', LastModified = new Date(0) } = await s3.send(
      new HeadObjectCommand({ Bucket: bucket, Key: key }),
    );
    return versionOf(ETag, LastModified) === version;
  } catch (error) {
    if (isGone(error)) return false;
    throw denied(error) ?? translate(error);
  }
}

const isGone = (error: unknown): boolean => [404, 412].includes(statusOf(error) ?? 0);

function denied(error: unknown): Fault | null {
  if (statusOf(error) !== 403) return null;
  return new Fault(
    'forbidden',
    'Penny may not move files out of inbox/; let her s3:DeleteObject on inbox/* and s3:PutObject on refused/*.',
    { cause: error },
  );
}

/** A key has at most 1,024 bytes. https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html */
function shortened(name: string): string {
  let short = name;
  while (Buffer.byteLength(short) > 900) short = [...short].slice(0, -1).join('');
  return short;
}

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { startFauxqs } from 'fauxqs';
import { afterAll, afterEach, expect, test } from 'vitest';
import { s3Drops } from '../../../src/adapters/aws/s3-drops.ts';
import { dropParts, type Inbox, keepsItsPromises, only, textOf } from '../../support/drops.ts';

const server = await startFauxqs({ port: 0, logger: false });
const bucket = 'penny-files';
server.createBucket(bucket);
const temp = await mkdtemp(join(tmpdir(), 'penny s3 drops '));
const account = {
  region: 'eu-central-1',
  endpoint: `http://127.0.0.1:${server.port}`,
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
};
const drops = s3Drops({ account, bucket, temp, ...dropParts });
const plain = new S3Client({ ...account, forcePathStyle: true });
const keys = async () => {
  const { Contents = [] } = await plain.send(new ListObjectsV2Command({ Bucket: bucket }));
  return Contents.map(({ Key = '' }) => Key);
};
const inbox: Inbox = {
  drops,
  put: async (Key, Body) => void (await plain.send(new PutObjectCommand({ Bucket: bucket, Key, Body }))),
  async all() {
    const texts = (await keys()).map(async (Key) => {
      const { Body } = await plain.send(new GetObjectCommand({ Bucket: bucket, Key }));
      return [Key, await Body?.transformToString()];
    });
    return Object.fromEntries(await Promise.all(texts));
  },
};
afterEach(async () => {
  for (const Key of await keys()) await plain.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
  expect(await readdir(join(temp, 'lent')).catch(() => [])).toEqual([]);
});
afterAll(async () => {
  await drops.close();
  plain.destroy();
  await server.stop();
  await rm(temp, { recursive: true, force: true });
});

keepsItsPromises(() => inbox);

test('the marker of a folder is no file, and other prefixes are not the inbox', async () => {
  await inbox.put('inbox/', '');
  await inbox.put('inbox/floor 2/', '');
  await inbox.put('inbox-old/a.pdf', 'a');
  await inbox.put('objects/a.pdf', 'a');

  expect(await drops.found()).toEqual([]);
});

test('names that look like ways out are names', async () => {
  await inbox.put('inbox/../../etc/passwd.pdf', 'x');

  const found = await only(inbox, 'inbox/../../etc/passwd.pdf');
  expect(found.name).toBe('passwd.pdf');
  expect(await textOf(inbox, found)).toBe('x');
  await drops.refuse(found, '3');
  expect(await inbox.all()).toEqual({ 'refused/3/passwd.pdf': 'x' });
});

test('more files than one page of the list holds are all found', async () => {
  const names = ['a', 'b', 'c', 'd', 'e'].map((letter) => `inbox/${letter} ü.pdf`);
  for (const key of names) await inbox.put(key, key);
  const small = s3Drops({ account, bucket, temp, perPage: 2, ...dropParts });

  expect((await small.found()).map(({ key }) => key)).toEqual(names);
  await small.close();
});

test('a key as long as S3 allows has a name as long as file systems allow', async () => {
  const key = `inbox/${'ü'.repeat(507)}.pdf`;
  await inbox.put(key, 'x');

  const found = await only(inbox, key);
  expect([...found.name]).toHaveLength(255);
  await drops.refuse(found, '4');
  expect(Object.values(await inbox.all())).toEqual(['x']);
});

test('S3 away is a matter of time', async () => {
  const nowhere = s3Drops({ account: { ...account, endpoint: 'http://127.0.0.1:9' }, bucket, temp, ...dropParts });
  await expect(nowhere.found()).rejects.toMatchObject({ code: 'unavailable' });
  await nowhere.close();
});

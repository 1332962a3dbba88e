import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { startFauxqs } from 'fauxqs';
import { afterAll, expect, test } from 'vitest';
import { keyOf, s3Objects } from '../../../src/adapters/aws/s3-objects.ts';

const server = await startFauxqs({ port: 0, logger: false });
const bucket = 'penny-files';
server.createBucket(bucket);
const temp = await mkdtemp(join(tmpdir(), 'penny s3 '));
const account = {
  region: 'eu-central-1',
  endpoint: `http://127.0.0.1:${server.port}`,
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
};
const objects = s3Objects({ account, bucket, temp });
const plain = new S3Client({ ...account, forcePathStyle: true });
afterAll(async () => {
  await objects.close();
  plain.destroy();
  await server.stop();
  await rm(temp, { recursive: true, force: true });
});

async function file(text: string): Promise<{ path: string; sha256: string }> {
  const path = join(temp, `given-${Math.random()}`);
  await writeFile(path, text);
  return { path, sha256: createHash('sha256').update(text).digest('hex') };
}
const lent = () => readdir(join(temp, 'lent'));

test('a file is kept under its hash as in a folder, and lent as a copy that goes away', async () => {
  const { path, sha256 } = await file('hello');
  expect(await objects.has(sha256)).toBe(false);

  await objects.put(sha256, path);
  const read = await objects.lend(sha256, async (copy) => {
    expect((await stat(copy)).mode & 0o777).toBe(0o600);
    return readFile(copy, 'utf8');
  });

  expect(read).toBe('hello');
  expect(await objects.has(sha256)).toBe(true);
  expect(keyOf(sha256)).toBe(`objects/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`);
  expect(await lent()).toEqual([]);
});

test('what is there is never written again, however many put it at once', async () => {
  const { path, sha256 } = await file('many');
  await Promise.all(Array.from({ length: 8 }, () => objects.put(sha256, path)));
  const head = () => plain.send(new HeadObjectCommand({ Bucket: bucket, Key: keyOf(sha256) }));
  const first = await head();

  await objects.put(sha256, '/nowhere/at/all');

  expect((await head()).LastModified).toEqual(first.LastModified);
});

test('a file that is not what its hash says is not kept', async () => {
  const { path } = await file('one thing');
  const { sha256 } = await file('another');

  await expect(objects.put(sha256, path)).rejects.toThrow('changed');
  expect(await objects.has(sha256)).toBe(false);
});

test('what is not there, or damaged, is said to be missing, and no copy stays', async () => {
  const { path, sha256 } = await file('soon damaged');
  await expect(objects.lend(sha256, async () => 1)).rejects.toMatchObject({ name: 'Fault', code: 'missing' });
  await objects.put(sha256, path);
  await plain.send(new PutObjectCommand({ Bucket: bucket, Key: keyOf(sha256), Body: 'damaged' }));

  await expect(objects.lend(sha256, async () => 1)).rejects.toThrow(/damaged/);
  expect(await lent()).toEqual([]);
});

test('a copy goes away when its use fails, and one left by a killed process with the next use', async () => {
  const { path, sha256 } = await file('left behind');
  await objects.put(sha256, path);
  await mkdir(join(temp, 'lent'), { recursive: true });
  const old = join(temp, 'lent', 'old');
  await writeFile(old, 'x');
  await utimes(old, new Date(0), new Date(0));

  await expect(objects.lend(sha256, () => Promise.reject(new Error('no use')))).rejects.toThrow('no use');

  expect(await lent()).toEqual([]);
});

test('a link gives the file as a download under its name, whatever that is', async () => {
  const { path, sha256 } = await file('for people');
  await objects.put(sha256, path);

  const link = await objects.link({ sha256, name: `Rechnung "März"\r\nSet-Cookie: x.pdf` }, 60);
  const answer = await fetch(link);

  expect(await answer.text()).toBe('for people');
  const asked = new URL(link).searchParams;
  expect(asked.get('X-Amz-Expires')).toBe('60');
  expect(asked.get('response-content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w%.-]+$/);
  expect(asked.get('response-content-type')).toBe('application/octet-stream');
});

test('there is no link to a file that is not there', async () => {
  const { sha256 } = await file('never stored');
  await expect(objects.link({ sha256, name: 'a.pdf' }, 60)).rejects.toMatchObject({ code: 'missing' });
});

test('a key that is no hash is refused', async () => {
  await expect(objects.has('../../etc/passwd')).rejects.toThrow('64 hex digits');
});

test('it is written encrypted, with its hash to check and never over another', async () => {
  const { path, sha256 } = await file('encrypted');
  const sent: Record<string, string | string[] | undefined>[] = [];
  const spy = createServer((request, answer) => {
    if (request.method === 'PUT') sent.push(request.headers);
    request.resume().on('end', () => answer.writeHead(request.method === 'HEAD' ? 404 : 412).end());
  });
  await new Promise<void>((done) => spy.listen(0, '127.0.0.1', done));
  const address = spy.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const spied = s3Objects({ account: { ...account, endpoint: `http://127.0.0.1:${port}` }, bucket, temp });

  await spied.put(sha256, path); // 412: somebody else was faster, which is as good

  expect(sent[0]).toMatchObject({
    'if-none-match': '*',
    'x-amz-server-side-encryption': 'AES256',
    'x-amz-checksum-sha256': createHash('sha256').update('encrypted').digest('base64'),
  });
  await spied.close();
  spy.close();
});

test('a bucket that is not there is told before anything is stored', async () => {
  await objects.check();
  const other = s3Objects({ account, bucket: 'nobodys', temp });
  await expect(other.check()).rejects.toThrow(/no bucket of the name/);
  await other.close();
});

test('a store that is away is said to be unavailable', async () => {
  const { path, sha256 } = await file('away');
  const away = s3Objects({ account: { ...account, endpoint: 'http://127.0.0.1:9' }, bucket, temp });

  await expect(away.put(sha256, path)).rejects.toMatchObject({ name: 'Fault', code: 'unavailable' });
  await expect(away.lend(sha256, async () => 1)).rejects.toMatchObject({ code: 'unavailable' });
  await away.close();
});

test('the stored object is readable by any S3 client', async () => {
  const { path, sha256 } = await file('plain');
  await objects.put(sha256, path);
  const { Body } = await plain.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(sha256) }));
  expect(await Body?.transformToString()).toBe('plain');
});

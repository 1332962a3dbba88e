import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { diskObjects } from '../../../src/adapters/disk-objects/disk-objects.ts';

const folder = await mkdtemp(join(tmpdir(), 'penny objects '));
afterAll(() => rm(folder, { recursive: true, force: true }));
const objects = diskObjects(folder);

async function file(text: string): Promise<{ path: string; sha256: string }> {
  const path = join(folder, `given-${Math.random()}`);
  await writeFile(path, text);
  return { path, sha256: createHash('sha256').update(text).digest('hex') };
}
const kept = (sha256: string) => join(folder, 'objects', sha256.slice(0, 2), sha256.slice(2, 4), sha256);

test('a file is kept under its hash, for this user alone, and lent with its content', async () => {
  const { path, sha256 } = await file('hello');
  expect(await objects.has(sha256)).toBe(false);

  await objects.put(sha256, path);
  await rm(path);

  expect(await objects.has(sha256)).toBe(true);
  expect(await objects.lend(sha256, (path) => readFile(path, 'utf8'))).toBe('hello');
  expect((await stat(kept(sha256))).mode & 0o777).toBe(0o600);
  expect(await readdir(join(folder, 'objects', 'half'))).toEqual([]);
});

test('many puts of one file at once keep it once, and what is kept is never written again', async () => {
  const { path, sha256 } = await file('many');

  await Promise.all(Array.from({ length: 20 }, () => objects.put(sha256, path)));
  const first = await stat(kept(sha256));
  await objects.put(sha256, '/nowhere/at/all');

  expect((await stat(kept(sha256))).ino).toBe(first.ino);
  expect(await readdir(join(folder, 'objects', 'half'))).toEqual([]);
});

test('a file that is not what its hash says is not kept', async () => {
  const { path } = await file('one thing');
  const { sha256 } = await file('another');

  await expect(objects.put(sha256, path)).rejects.toThrow('changed');

  expect(await objects.has(sha256)).toBe(false);
  await expect(objects.put(sha256, join(folder, 'none'))).rejects.toThrow('ENOENT');
});

test('what is not there, or damaged, is said to be missing; sharing it again mends it', async () => {
  const { path, sha256 } = await file('soon damaged');
  await expect(objects.lend(sha256, async () => 1)).rejects.toMatchObject({ name: 'Fault', code: 'missing' });
  await objects.put(sha256, path);
  await chmod(kept(sha256), 0o600);
  await writeFile(kept(sha256), 'damaged');

  await expect(objects.lend(sha256, async () => 1)).rejects.toThrow(
    'That file is damaged in the store. Share it again, and tell an admin.',
  );

  await objects.put(sha256, path);

  expect(await objects.lend(sha256, (path) => readFile(path, 'utf8'))).toBe('soon damaged');
  expect(await readdir(join(folder, 'objects', 'half'))).toEqual([]);
});

test.each(['../../etc/passwd', 'A'.repeat(64), 'a'.repeat(63), ''])('“%s” is no key', async (key) => {
  await expect(objects.put(key, '/etc/hostname')).rejects.toThrow('64 hex digits');
  expect(() => objects.has(key)).toThrow('64 hex digits');
});

import {
  appendFile,
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diskDrops } from '../../../src/adapters/disk-objects/disk-drops.ts';
import { dropParts, type Inbox, keepsItsPromises, only, textOf } from '../../support/drops.ts';
import { silent } from '../../support/silent.ts';

let folder: string;
let inbox: Inbox;
const warnings: string[] = [];
const log = { ...silent, warn: (_: object, sentence: string) => void warnings.push(sentence) };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'penny drops '));
  inbox = {
    drops: diskDrops({ folder, log, stillFor: 20, ...dropParts }),
    async put(key, text) {
      await mkdir(dirname(join(folder, key)), { recursive: true });
      await writeFile(join(folder, key), text);
    },
    async all() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
      const texts = paths.map(async (path) => [
        relative(folder, path).split(sep).join('/'),
        await readFile(path, 'utf8'),
      ]);
      return Object.fromEntries(await Promise.all(texts));
    },
  };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

keepsItsPromises(() => inbox);

test('a file that is still being written is left alone until it stands still', async () => {
  await inbox.put('inbox/growing.pdf', 'a');
  const path = join(folder, 'inbox/growing.pdf');
  const slow = diskDrops({ folder, log, stillFor: 120, ...dropParts });
  let writing = true;
  const scanner = (async () => {
    while (writing) {
      await appendFile(path, 'a');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  const meanwhile = await slow.found();
  writing = false;
  await scanner;

  expect(meanwhile).toEqual([]);
  expect((await slow.found()).map(({ key }) => key)).toEqual(['inbox/growing.pdf']);
});

test('the same bytes, size and time twice are one drop; another time is another', async () => {
  const path = join(folder, 'inbox/clock.pdf');
  await inbox.put('inbox/clock.pdf', 'one');
  await utimes(path, 0, 0);
  const first = await only(inbox, 'inbox/clock.pdf');
  expect(await only(inbox, 'inbox/clock.pdf')).toEqual(first);

  await writeFile(path, 'two'); // of a scanner without a clock: the same size and time
  await utimes(path, 0, 0);
  expect((await only(inbox, 'inbox/clock.pdf')).version).not.toBe(first.version);
});

test('what a killed process had set aside comes back under its name, unless another lies there', async () => {
  const aside = '.0f8fad5b-d9cb-469f-a165-70867728950e.taken.scan.pdf';
  await inbox.put('inbox/scan.pdf', 'the first');
  const before = await only(inbox, 'inbox/scan.pdf');
  await rename(join(folder, 'inbox/scan.pdf'), join(folder, 'inbox', aside));
  expect(await inbox.drops.found()).toEqual([]); // it may be in somebody's hands

  const later = diskDrops({ folder, log, stillFor: 20, leftBehindAfter: 0, ...dropParts });
  await inbox.put('inbox/scan.pdf', 'the second');
  await later.found();
  expect(await inbox.all()).toEqual({ 'inbox/scan.pdf': 'the second', [`inbox/${aside}`]: 'the first' });

  await later.remove(await only(inbox, 'inbox/scan.pdf'));
  await later.found();
  expect(await later.found()).toEqual([before]);
  expect(await textOf(inbox, before)).toBe('the first');
});

test('links lead nowhere, and what cannot be read is named in the log', async () => {
  await mkdir(join(folder, 'inbox'), { recursive: true });
  await writeFile(join(folder, 'secret'), 'secret');
  await symlink(join(folder, 'secret'), join(folder, 'inbox/link.pdf'));
  await symlink(folder, join(folder, 'inbox/all'));
  expect(await inbox.drops.found()).toEqual([]);
  await expect(inbox.drops.remove({ key: 'inbox/../secret', version: 'x' })).rejects.toThrow('no place in the inbox');

  await inbox.put('inbox/locked/scan.pdf', 'x');
  await chmod(join(folder, 'inbox/locked'), 0);
  if (process.getuid?.() === 0) return; // root may read everything
  expect(await inbox.drops.found()).toEqual([]);
  expect(warnings.at(-1)).toContain('cannot be read');
  await chmod(join(folder, 'inbox/locked'), 0o700);
});

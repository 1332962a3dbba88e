import { lstat, readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { z } from 'zod';
import { figure } from './figures.ts';
import type { Bench } from './harness.ts';

const root = join(import.meta.dirname, '../..');
const shownPackages = 10;

/** What `npm install` puts on the disk, and how much there is to read. */
export async function size(bench: Bench): Promise<void> {
  const packages = (await packagesIn(join(root, 'node_modules'))).toSorted((a, b) => b.megabytes - a.megabytes);
  const node = packages.find(({ name }) => name.startsWith('node-'));
  const runtime: Readonly<Record<string, readonly number[]>> = node ? { 'Node itself': [node.megabytes] } : {};
  const sum = (some: typeof packages) => [some.reduce((all, { megabytes }) => all + megabytes, 0)];
  bench.report(figure(`node_modules, ${packages.length} packages`, 'MB', sum(packages), runtime));
  const forDevelopers = await developersOnly();
  const needed = packages.filter(({ name }) => !forDevelopers.has(name));
  bench.report(figure('of which an install without dev packages', 'MB', sum(needed), runtime));
  for (const { name, megabytes } of packages.slice(0, shownPackages)) {
    bench.report(figure(`  ${name}${forDevelopers.has(name) ? ' (dev)' : ''}`, 'MB', [megabytes], runtime));
  }
  const tests = { test: [await linesIn('test')] };
  bench.report(figure('src', 'lines', [await linesIn('src')], tests));
  bench.report(figure('src/sandbox alone', 'lines', [await linesIn('src/sandbox')], tests));
}

type Package = { readonly name: string; readonly megabytes: number };

/** The packages right in this folder; what is nested in one counts as its own. */
async function packagesIn(folder: string, scope = ''): Promise<readonly Package[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(async ({ name }) => {
      const path = join(folder, name);
      if (name.startsWith('@')) return packagesIn(path, `${name}/`);
      return [{ name: scope + name, megabytes: (await bytesIn(path)) / 1e6 }];
    });
  return (await Promise.all(found)).flat();
}

/** What the files hold; blocks of the file system, and links, are left out. */
async function bytesIn(folder: string): Promise<number> {
  let sum = 0;
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) sum += (await lstat(join(entry.parentPath, entry.name))).size;
  }
  return sum;
}

const Lock = z.object({ packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })) });

async function developersOnly(): Promise<ReadonlySet<string>> {
  const { packages } = Lock.parse(JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')));
  const dev = Object.entries(packages).filter(([, { dev: isDev }]) => isDev === true);
  return new Set(dev.map(([path]) => path.replace(/^node_modules\//, '')));
}

async function linesIn(folder: string): Promise<number> {
  let lines = 0;
  for (const entry of await readdir(join(root, folder), { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !['.ts', '.tsx', '.css'].includes(extname(entry.name))) continue;
    lines += (await readFile(join(entry.parentPath, entry.name), 'utf8')).split('\n').length - 1;
  }
  return lines;
}

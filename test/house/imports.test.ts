import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { expect, test } from 'vitest';

/** Which rooms a room may import from, besides itself. A room that is not named may import nothing. */
const may: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  ports: ['domain'],
  engine: ['domain', 'ports'],
  workflows: ['domain', 'ports', 'engine'],
  reports: ['domain', 'engine'],
  interactions: ['domain', 'ports', 'engine', 'workflows', 'reports'],
  commands: ['domain', 'ports', 'engine', 'workflows', 'reports', 'interactions'],
  jobs: ['domain', 'ports', 'engine', 'workflows', 'reports', 'interactions'],
  adapters: ['domain', 'ports', 'engine'],
  sandbox: [],
  'config.ts': ['domain'],
  'open.ts': ['config.ts', 'domain', 'ports', 'adapters'],
  'wire.ts': [
    'config.ts',
    'open.ts',
    'domain',
    'ports',
    'engine',
    'workflows',
    'commands',
    'interactions',
    'jobs',
    'adapters',
  ],
  'main.ts': ['config.ts', 'wire.ts', 'domain', 'ports', 'adapters', 'sandbox'],
};
/** Rooms that stay free of outside technology. */
const pure: Readonly<Record<string, readonly string[]>> = {
  domain: ['zod', 'fastest-levenshtein'],
  ports: ['zod'],
  engine: ['zod'],
  workflows: ['zod'],
  reports: ['zod'],
  interactions: ['zod'],
  commands: ['zod'],
  jobs: ['zod'],
};

const root = join(import.meta.dirname, '../../src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'),
);
const importLine = /\bfrom '([^'\n]+)';|\bimport\('([^'\n]+)'\)|^import '([^'\n]+)';/gm;
const imports = files.flatMap((file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(importLine)].map(([, a, b, c]) => ({
    file,
    target: a ?? b ?? c ?? '',
  })),
);
const roomOf = (path: string): string => path.split(sep)[0] ?? '';
const resolved = ({ file, target }: { file: string; target: string }) =>
  relative(root, join(root, dirname(file), target));

test('no room imports from a room it may not know', () => {
  const wrong = imports
    .filter(({ target }) => target.startsWith('.'))
    .filter(
      (one) => roomOf(one.file) !== roomOf(resolved(one)) && !may[roomOf(one.file)]?.includes(roomOf(resolved(one))),
    )
    .map(({ file, target }) => `${file} → ${target}`);
  expect(wrong).toEqual([]);
});

test('an adapter does not know another adapter', () => {
  const technology = (path: string) => path.split(sep).slice(0, 2).join('/');
  const shared = ['adapters/children']; // the cage in which adapters parse what strangers sent
  const wrong = imports
    .filter(({ file, target }) => file.startsWith('adapters') && target.startsWith('.'))
    .filter(
      (one) =>
        resolved(one).startsWith('adapters') &&
        technology(one.file) !== technology(resolved(one)) &&
        !shared.includes(technology(resolved(one))),
    )
    .map(({ file, target }) => `${file} → ${target}`);
  expect(wrong).toEqual([]);
});

test('the rooms inside are free of outside technology', () => {
  const wrong = imports
    .filter(({ file, target }) => !target.startsWith('.') && pure[roomOf(file)]?.includes(target) === false)
    .map(({ file, target }) => `${file} → ${target}`);
  expect(wrong).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../src/commands/all.ts';
import { variables } from '../../src/config.ts';

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');

test('.env.example lists every setting', () => {
  const listed = [...read('.env.example').matchAll(/^([A-Z0-9_]+)=/gm)].map(([, name]) => name);
  expect(listed.toSorted()).toEqual(variables.toSorted());
});

test('the README names every setting, every command and every script', () => {
  const readme = read('README.md');
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const missing = [
    ...variables,
    ...commands.map(({ name }) => name).filter((name) => !name.endsWith('help')),
    ...Object.keys(scripts),
  ].filter((word) => !readme.includes(word));
  expect(missing).toEqual([]);
});

test('the README shows every folder of src', () => {
  const readme = read('README.md');
  const rooms = [
    'domain',
    'ports',
    'engine',
    'workflows',
    'commands',
    'interactions',
    'reports',
    'jobs',
    'adapters',
    'sandbox',
  ];
  expect(rooms.filter((room) => !readme.includes(`${room}/`))).toEqual([]);
});

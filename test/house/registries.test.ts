import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../src/commands/all.ts';
import { permissions } from '../../src/domain/access.ts';
import { suggested } from '../../src/domain/reply.ts';
import { interactions, suggestions } from '../../src/interactions/all.ts';
import { jobs } from '../../src/jobs/all.ts';
import { reports } from '../../src/reports/all.ts';

/** Files of a catalogue that hold no entry: the list itself, and what several entries share. */
const noEntry = [
  'all',
  'help',
  'invoice-controls',
  'import-controls',
  'share-controls',
  'report-controls',
  'digest-controls',
  'settings-controls',
];
const root = join(import.meta.dirname, '../..');
const filesOf = (catalogue: string) =>
  readdirSync(join(root, 'src', catalogue), { withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ name }) => name.replace(/\.ts$/, ''))
    .filter((name) => !noEntry.includes(name))
    .toSorted();

/** `/invoice show` stands in invoice-show.ts; help is made of all the others. */
const commandFiles = commands
  .map(({ name }) => name.slice(1).replace(' ', '-'))
  .filter((name) => existsSync(join(root, 'src/commands', `${name}.ts`)) || !/help$|^[a-z]+$/.test(name));

const catalogues = [
  ['commands', commandFiles],
  ['interactions', [...interactions, ...suggestions].map(({ name }) => name)],
  ['jobs', jobs.map(({ name }) => name)],
  ['reports', reports.map(({ name }) => name)],
] as const;

test.each(catalogues)('%s: the list holds every file, each named as its entry', (catalogue, names) => {
  expect(names.toSorted()).toEqual(filesOf(catalogue));
});

test.each(catalogues)('%s: every file has its test', (catalogue, names) => {
  const missing = names.filter((name) => !existsSync(join(root, 'test', catalogue, `${name}.test.ts`)));
  expect(missing).toEqual([]);
});

test('no two entries share a name', () => {
  const names = [...commands, ...interactions, ...suggestions].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test('everything that a form may suggest has its file, once', () => {
  expect(suggestions.map(({ of }) => of).toSorted()).toEqual(suggested.toSorted());
});

test('every entry needs a permission that the table knows', () => {
  for (const { name, needs } of [...commands, ...interactions, ...suggestions, ...reports])
    expect(permissions, name).toHaveProperty([needs]);
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../src/commands/all.ts';
import { permissions } from '../../src/domain/access.ts';
import { interactions } from '../../src/interactions/all.ts';
import { jobs } from '../../src/jobs/all.ts';
import { reports } from '../../src/reports/all.ts';

/** Files of a catalogue that hold no entry: the list itself and what several entries share. */
const noEntry: Readonly<Record<string, readonly string[]>> = {
  commands: ['all', 'help'],
  interactions: ['all', 'invoice-controls'],
  jobs: ['all'],
  reports: ['all'],
};
const filesOf = (catalogue: string) =>
  readdirSync(join(import.meta.dirname, '../../src', catalogue))
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((file) => !noEntry[catalogue]?.includes(file));

test.each([
  ['interactions', interactions.map(({ name }) => name)],
  ['jobs', jobs.map(({ name }) => name)],
  ['reports', reports.map(({ name }) => name)],
  ['commands', commands.map(({ name }) => name.slice(1).replace(' ', '-')).filter((name) => !name.endsWith('help') && name.includes('-') || name === 'spend')],
])('%s: every file is in the list and named as its entry', (catalogue, names) => {
  expect(names.toSorted()).toEqual(filesOf(catalogue).filter((file) => names.includes(file) || !file.includes('.')).toSorted());
});

test('no two entries share a name', () => {
  const names = [...commands, ...interactions].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test('every entry needs a permission that the table knows', () => {
  for (const { name, needs } of [...commands, ...interactions, ...reports]) expect(permissions, name).toHaveProperty([needs]);
});

test('every catalogue file has a test or is named in one', () => {
  expect(interactions.every(({ origin }) => ['button', 'modal', 'file', 'home', 'shortcut'].includes(origin))).toBe(true);
});

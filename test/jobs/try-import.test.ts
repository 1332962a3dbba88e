import { expect, test } from 'vitest';
import { tryImport } from '../../src/jobs/try-import.ts';
import { form } from '../support/chat.ts';
import { csv, tablesDesk } from '../support/tables.ts';

const days = (name: string) =>
  csv(`Vendor name,Doc,Paid on,Sum\n${name},D-1,01/13/2026,9.00\n${name},D-2,31/01/2026,4.00\n`);
const { desk, ports, press, shared, shows, task, load } = await tablesDesk({
  FDAYS: days('Acme'),
  FLATE: days('Bolt'),
});
const never = new AbortController().signal;

/** Says in the form that dates are written the other way round. */
async function turn(share: bigint): Promise<void> {
  const opened = form(await press(share, 'Change columns'));
  const initial = Object.fromEntries(
    opened.questions.flatMap((question) =>
      'initial' in question && question.initial ? [[question.name, question.initial]] : [],
    ),
  );
  await desk.submit(opened, { ...initial, dates: initial.dates === 'dmy' ? 'mdy' : 'dmy' }, 'ben');
}

test('once a person has said how dates are written, the rows are tried anew', async () => {
  const share = await shared('FDAYS');
  const before = await shows(share);
  expect(before).toMatch(/1 of its 2 rows cannot be booked like this: line \d: The date/);
  const line = /line (\d)/.exec(before)?.[1];

  await turn(share);
  expect(await shows(share)).not.toMatch(/cannot be booked|can be read/); // of how they are read now nothing is known yet
  await tryImport.run(await task('try-import'), ports, never);
  expect(await shows(share)).toMatch(new RegExp(`1 of its 2 rows .* line ${line === '2' ? 3 : 2}: The date`));
});

test('said otherwise meanwhile, or loaded: what was tried is not shown', async () => {
  const share = await shared('FLATE');
  await turn(share);
  const first = await task('try-import');
  const slow = {
    ...ports,
    spreadsheets: {
      ...ports.spreadsheets,
      preview: async (...given: Parameters<typeof ports.spreadsheets.preview>) => {
        const seen = await ports.spreadsheets.preview(...given);
        await turn(share);
        return seen;
      },
    },
  };
  await tryImport.run(first, slow, never);
  expect(await shows(share)).not.toMatch(/cannot be booked|can be read/);

  const second = await task('try-import');
  await load(share);
  const loaded = await shows(share);
  await tryImport.run(second, ports, never);
  expect(await shows(share)).toBe(loaded);
});

test('an import that is not there is no bug', async () => {
  await expect(tryImport.run({ import: '99999' }, ports, never)).resolves.toBeUndefined();
});

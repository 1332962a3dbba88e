import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePeriod } from '../../src/domain/period.ts';
import { reports } from '../../src/reports/all.ts';
import { asked, ledger } from './booked.ts';

const { rows, book } = await ledger();

test('the list is the folder', () => {
  const files = readdirSync(new URL('../../src/reports/', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'all.ts')
    .map(({ name }) => name.replace(/\.ts$/, ''));
  expect(reports.map(({ name }) => name).toSorted()).toEqual(files.toSorted());
});

test.each(reports.map((report) => [report.name, report] as const))('%s is whole', async (_, report) => {
  expect(report.asks).toMatch(/^[A-Z].*\?$/);
  expect(report.needs).toBe('report.read');
  expect(parsePeriod(report.usually, '2026-11-23')).not.toBeNull();
  expect((await report.answer(asked(report.usually), rows)).title).toMatch(
    /^(?:Nothing (?:in EUR|was (?:read|paid))|No budget is set)/,
  );
});

test.each(['all', '2019', 'last 90 days', 'yesterday', 'q1', 'since 2025', '2027'])(
  'every report answers about %s',
  async (words) => {
    for (const report of reports) expect((await report.answer(asked(words), rows)).title.length).toBeLessThan(150);
  },
);

test('whatever is asked, the title fits a header, and the period is the question’s', async () => {
  const endless = 'Gesellschaft für '.repeat(20);
  for (const report of reports) {
    await book({ vendor: endless, category: 'Travel', minor: 9_007_199_254_740_993n });
    for (const vendor of [endless, `${endless}!`]) {
      const { title } = await report.answer(asked('5 january to 22 november', { vendor, category: 'travel' }), rows);
      expect(title.length).toBeLessThan(150);
    }
  }
});

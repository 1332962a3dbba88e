import { beforeEach, expect, test } from 'vitest';
import { sql } from '../../src/engine/sql.ts';
import { cost } from '../../src/reports/cost.ts';
import { asked, ledger, tableOf } from './booked.ts';

const { rows, run, clear } = await ledger();
beforeEach(async () => {
  await clear();
  await run(sql`truncate page_read, document cascade`);
});

const read = (day: string, pages: number) =>
  run(
    sql`insert into page_read (day, reader, pages, micro_usd) values (${day}, 'textract', ${pages}, ${pages * 10_000})`,
  );
const stored = (day: string, size: number, name: string) =>
  run(sql`
    insert into document (sha256, size, type, name, created_at) values (encode(sha256(${name}::bytea), 'hex'), ${size}, 'application/pdf', ${name}, ${`${day}T12:00:00Z`})`);

test('pages at their price, what came in and what is stored, against what it may cost', async () => {
  await read('2026-11-02', 120);
  await read('2026-11-20', 1);
  await read('2026-10-20', 9_000);
  await stored('2026-10-01', 3 * 1_073_741_824, 'big');
  await stored('2026-11-03', 500, 'small');

  const finding = await cost.answer(asked('this month', { allowance: 5_000n }), rows);

  expect(finding.title).toBe('Penny cost $1.28 in November 2026 so far, 3\u00a0% of the $50.00 that it may');
  expect(finding.kpis.map(({ label, value, note }) => [label, value, note])).toEqual([
    ['Cost', '$1.28', 'November 2026'],
    ['Pages read', '121', 'by a paid reader'],
    ['Stored', '3.0 GiB', '1 file came in'],
    ['Left', '$48.72', 'of $50.00'],
  ]);
  expect(tableOf(finding)).toEqual([
    ['Pages read by Textract', '121', '$0.0100 a page', '$1.21'],
    ['Files put into the store', '1', '$0.0050 for 1,000', 'less than $0.01'],
    ['Stored', '3.0 GiB', '$0.0230 for a GiB and month', '$0.07'],
  ]);
  expect(finding.chart).toBeNull();
});

test('over what it may; by months a picture; without a limit none is named', async () => {
  await read('2026-09-02', 300);
  await read('2026-10-20', 9_000);
  await stored('2026-09-01', 100, 'first');

  const over = await cost.answer(asked('october 2026', { allowance: 5_000n }), rows);
  const since = await cost.answer(asked('since september 2026'), rows);

  expect(over.title).toBe('Penny cost $90.00 in October 2026, $40.00 over the $50.00 that it may');
  expect(since.title).toBe('Penny cost $93.00 since September 2026');
  expect(since.chart?.rows).toEqual([
    { month: '2026-09', cost: 300n },
    { month: '2026-10', cost: 9_000n },
    { month: '2026-11', cost: 0n },
  ]);
});

test('where nothing was paid for it says so', async () => {
  expect((await cost.answer(asked('this month'), rows)).title).toBe(
    'Nothing was paid for Penny itself in November 2026 so far',
  );
});

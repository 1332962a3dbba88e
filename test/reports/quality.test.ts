import { beforeEach, expect, test } from 'vitest';
import { vegaCharts } from '../../src/adapters/vega/vega-charts.ts';
import { sql } from '../../src/engine/sql.ts';
import { quality } from '../../src/reports/quality.ts';
import { asked, ledger, tableOf } from './booked.ts';

const { rows, book, run, clear } = await ledger();
beforeEach(async () => {
  await clear();
  await run(sql`delete from vendor_auto_confirm`);
});

const fields = ['vendor', 'invoice_number', 'date', 'currency', 'total'];
type Read = Parameters<typeof book>[0] & {
  readonly straight?: boolean;
  readonly sure?: readonly string[];
  readonly corrected?: readonly string[];
  readonly minutes?: number | null;
};
/** An invoice that Penny read; settled so many minutes after it came in. */
async function wasRead({ straight = true, sure = fields, corrected = [], minutes = 0, ...one }: Read = {}) {
  const id = await book(one);
  await run(sql`
    insert into invoice_quality (invoice_id, straight, read, sure, corrected, settled_at)
    select ${id}, ${straight}, ${fields}::text[], ${sure}::text[], ${corrected}::text[], added_at + ${minutes}::integer * interval '1 minute' from invoice where id = ${id}`);
  return id;
}
const answer = (words = 'this month', change = {}) => quality.answer(asked(words, change), rows);
const kpi = (finding: Awaited<ReturnType<typeof answer>>, label: string) =>
  finding.kpis.find((one) => one.label === label)?.value;

test('nothing read is a kind sentence and no picture; what was typed in was not read', async () => {
  await book({});
  expect(await answer()).toEqual({
    title: 'Nothing was read in November 2026. Share an invoice and it will show up here.',
    kpis: [],
    table: null,
    chart: null,
  });
});

test('a single one, right', async () => {
  await wasRead({ state: 'confirmed' });
  const finding = await answer();

  expect(finding.title).toBe('The one invoice read in November 2026 needed no correction');
  expect(tableOf(finding)).toEqual([['ACME Ltd.', '1', '1', '0', '100\u00a0%', '–']]);
  expect(finding.chart?.rows).toEqual([{ vendor: 'ACME Ltd.', count: 1 }]);
  expect(finding.kpis.map(({ label, value }) => `${label} ${value}`)).toEqual([
    'Read 1',
    'Straight through 100\u00a0%',
    'Untouched 100\u00a0%',
    'Fields right 100\u00a0%',
    'Sure and right 100\u00a0%',
    'Time to book 0 s',
  ]);
});

test('a single one that waits, and a single one that was corrected', async () => {
  await wasRead({ state: 'review', straight: false, sure: [], minutes: null });
  const waiting = await answer();
  expect(waiting.title).toBe('1 invoice read in November 2026 waits for somebody');
  expect([kpi(waiting, 'Time to book'), kpi(waiting, 'Sure and right'), kpi(waiting, 'Untouched')]).toEqual([
    '–',
    '–',
    '0\u00a0%',
  ]);

  await clear();
  await wasRead({ straight: false, corrected: ['total'], minutes: 180 });
  const corrected = await answer();
  expect(corrected.title).toBe(
    'The one invoice read in November 2026 had to be corrected; most corrections: ACME Ltd., 1 field',
  );
  expect(kpi(corrected, 'Time to book')).toBe('3 h');
});

test('many: by vendor, whose papers cost most work first, a field that was missed counts as one more', async () => {
  await wasRead({ vendor: 'Clear', state: 'confirmed' });
  await wasRead({ vendor: 'Clear' });
  await wasRead({
    vendor: 'Smudged',
    straight: false,
    corrected: ['total', 'due_date'],
    sure: ['total', 'vendor'],
    minutes: 60,
  });
  await wasRead({ vendor: 'Smudged', straight: false, state: 'review', sure: ['vendor'], minutes: null });
  await wasRead({ vendor: 'Gone', state: 'deleted', corrected: ['date'] });
  await run(
    sql`insert into vendor_auto_confirm (vendor_id, under_minor, currency, set_by) select v.id, 50000, 'EUR', u.id from vendor v, app_user u where v.name = 'Clear'`,
  );
  const finding = await answer();

  expect(finding.title).toBe(
    '2 of 3 invoices read in November 2026 needed no correction; most corrections: Smudged, 2 fields',
  );
  expect(tableOf(finding)).toEqual([
    ['Smudged', '2', '0', '2', '82\u00a0%', '–'],
    ['Clear', '2', '2', '0', '100\u00a0%', 'under €500.00'],
  ]);
  expect(finding.chart?.rows).toEqual([{ vendor: 'Smudged', count: 2 }]);
  expect([
    kpi(finding, 'Straight through'),
    kpi(finding, 'Untouched'),
    kpi(finding, 'Fields right'),
    kpi(finding, 'Sure and right'),
  ]).toEqual(['50\u00a0%', '50\u00a0%', '90\u00a0%', '92\u00a0%']);
});

test('the first ten and the others together', async () => {
  for (let i = 0; i < 13; i += 1)
    await wasRead({ vendor: `V${String(i).padStart(2, '0')}`, corrected: i < 2 ? ['date'] : [] });
  const finding = await answer();

  expect(tableOf(finding)).toHaveLength(11);
  expect(tableOf(finding).at(-1)).toEqual(['3 others', '3', '3', '0', '100\u00a0%', '–']);
  expect(finding.title).toBe(
    '11 of 13 invoices read in November 2026 needed no correction; most corrections: V00, 1 field',
  );
});

test('of the vendor and the period that are asked for; from the moment the file was shared', async () => {
  const id = await wasRead({ vendor: 'Clear' });
  await wasRead({ vendor: 'Smudged', addedAt: '2026-09-30T10:00:00Z' });
  await run(sql`
    with made as (insert into document (sha256, size, type, name) values (${'d'.repeat(64)}, 1, 'application/pdf', 'a.pdf') returning id),
         shared as (insert into document_share (slack_file, channel, slack_user, document_id, created_at)
                    select 'F1', 'C1', 'U1', id, '2026-11-05T09:58:00Z' from made)
    update invoice set document_id = made.id, page_from = 1, page_to = 1 from made where invoice.id = ${id}`);

  expect(kpi(await answer('all', { vendor: 'clear' }), 'Read')).toBe('1');
  expect(kpi(await answer('this month'), 'Read')).toBe('1');
  expect(kpi(await answer('all'), 'Read')).toBe('2');
  expect(kpi(await answer('this month'), 'Time to book')).toBe('2 min');
});

test('of very many the middle time is that of a sample, and the card says so', async () => {
  await run(sql`
    with made as (
      insert into invoice (state, source, kind, currency, total_minor, added_by, added_at)
      select 'booked', 'slack_file', 'invoice', 'EUR', 100, (select id from app_user where standing = 'penny'), '2026-11-05T10:00:00Z' from generate_series(1, 20000)
      returning id)
    insert into invoice_quality (invoice_id, straight, read, sure, settled_at)
    select id, true, '{total}', '{total}', timestamptz '2026-11-05T10:00:00Z' + case when id % 32 = 0 then interval '40 seconds' else interval '20 seconds' end from made`);
  const few = await answer('this month', { vendor: 'nobody' });
  expect(few.kpis).toEqual([]);
  expect((await answer('this month')).kpis.find(({ label }) => label === 'Time to book')).toEqual({
    label: 'Time to book',
    value: '40 s',
    note: 'straight through 40 s; the middle one of a sample',
  });
  await run(sql`truncate invoice cascade`); // row by row it would take a minute
});

test('the picture is drawn for one bar and for many', async () => {
  const charts = vegaCharts();
  for (const vendors of [1, 14]) {
    for (let i = 0; i < vendors; i += 1) await wasRead({ vendor: `Vendor ${i}`, corrected: ['date'] });
    const { chart } = await answer();
    if (!chart) throw new Error('there is no chart');
    expect((await charts.draw(chart.chart, chart.rows)).png.length).toBeGreaterThan(5000);
  }
  await charts.close();
});

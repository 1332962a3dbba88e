import { z } from 'zod';
import { dayOf } from '../domain/calendar.ts';
import { Fault } from '../domain/fault.ts';
import { CurrencyCode } from '../domain/invoice.ts';
import { parsePeriod } from '../domain/period.ts';
import { command } from '../engine/command.ts';
import type { Question, Report } from '../engine/report.ts';
import { reportControls } from '../interactions/report-controls.ts';
import { reports } from '../reports/all.ts';
import { overview } from '../reports/overview.ts';
import { answerReport, shareReport } from '../workflows/answer-report.ts';
import { askedReport, longestFilter, reportTask } from '../workflows/asked-report.ts';

/** ALL in capitals is the lek of Albania. */
const everyCurrency = z.enum(['all', 'All']).transform(() => 'all' as const);

const names = reports.map((report) => report.name).filter((name) => name !== 'overview');

/** One command for the whole catalogue of reports: a new report needs no new command. */
export const spend = command({
  name: '/spend',
  says: 'Answer questions about spend with a chart and its numbers',
  usage: `[${names.join(' | ')}] [period] [currency:EUR | currency:all] [vendor:name] [category:name] [--table] [--csv] [--share]`,
  examples: ['/spend', '/spend vendors last quarter', '/spend trend 2026 currency:EUR --share', '/spend currency:all'],
  needs: 'report.read',
  args: z.strictObject({
    about: z.string().default(''),
    currency: everyCurrency.or(CurrencyCode).optional(),
    vendor: z.string().min(1).max(longestFilter).optional(),
    category: z.string().min(1).max(longestFilter).optional(),
    table: z.literal(true).optional(),
    csv: z.literal(true).optional(),
    share: z.literal(true).optional(),
  }),
  positional: ['about'],
  flags: ['share', 'table', 'csv'],
  keys: ['currency', 'vendor', 'category'],

  async run({ about, share, table, csv, ...filters }, { call, grant, ports }) {
    const { report, period, converted } = understand(about, dayOf(ports.clock.now()));
    const isAll = filters.currency === 'all';
    const question: Question = {
      period,
      currency: isAll || !filters.currency ? ports.settings.reportingCurrency : filters.currency,
      converted: converted || isAll,
      vendor: filters.vendor ?? null,
      category: filters.category ?? null,
      today: dayOf(ports.clock.now()),
    };
    const withTable = table ?? false;
    const sendFile = () =>
      ports.store.transaction(({ queue }) => queue.send(reportTask(call.by, askedReport(report.name, question))));
    if (share) {
      if (csv) await sendFile();
      return shareReport(report, question, { withTable, sharedBy: grant.actor }, ports);
    }
    const controls = reportControls(report.name, question);
    return answerReport(report, question, { withTable, controls, sendFile: csv && sendFile }, ports);
  },
});

/** "vendors last quarter" is a report and a period, in any order, and "converted" may stand anywhere; without a report's name it is the overview, without a period the report's own. */
function understand(
  about: string,
  today: string,
): { readonly report: Report } & Pick<Question, 'period' | 'converted'> {
  const words = about.toLowerCase().split(/\s+/).filter(Boolean);
  const named = reports.find(({ name }) => words.includes(name));
  const report = named ?? overview;
  const rest = words.filter((word) => word !== named?.name && word !== 'converted').join(' ');
  const period = parsePeriod(rest || report.usually, today);
  if (period) return { report, period, converted: words.includes('converted') };
  throw new Fault(
    'invalid',
    `“${rest}” is no period and no report. Reports: ${names.join(', ')}. Periods: this month, last quarter, 2026-03, jan to mar, last 90 days.`,
  );
}

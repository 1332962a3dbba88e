import type { Actor } from '../domain/access.ts';
import { dayOf } from '../domain/calendar.ts';
import { Fault } from '../domain/fault.ts';
import type { Control, Reply } from '../domain/reply.ts';
import type { Ports } from '../engine/ports.ts';
import type { Question, Report } from '../engine/report.ts';
import { reports } from '../reports/all.ts';
import { answerReport } from '../workflows/answer-report.ts';
import { type AskedReport, askedReport } from '../workflows/asked-report.ts';
import { reportCsv } from './report-csv.ts';
import { otherPeriods, reportPeriod } from './report-period.ts';
import { reportShare } from './report-share.ts';
import { reportTable } from './report-table.ts';

/** What can be asked next under an answer. */
export const reportControls =
  (report: string, question: Question) =>
  (hasNumbers: boolean): readonly Control[] => {
    const asked = askedReport(report, question);
    return [
      reportShare.draw(asked),
      ...(hasNumbers ? [reportTable.draw(asked), reportCsv.draw(asked)] : []),
      reportPeriod.draw(asked, otherPeriods(question)),
    ];
  };

/** Fault('missing') for a report that there is no more. */
export function questionAsked(
  { report: name, from, to, says, ...rest }: AskedReport,
  { zone }: Pick<Actor, 'zone'>,
  { clock }: Pick<Ports, 'clock'>,
): { readonly report: Report; readonly question: Question } {
  const report = reports.find((one) => one.name === name);
  if (!report) throw new Fault('missing', `There is no report ${name} any more. Type /spend help for those there are.`);
  return { report, question: { period: { from, to, says }, ...rest, today: dayOf(clock.now(), zone) } };
}

/** Another answer in the place of the one whose button was pressed. */
export async function answeredInPlace(
  report: Report,
  question: Question,
  withTable: boolean,
  ports: Ports,
): Promise<Reply> {
  const how = { withTable, controls: reportControls(report.name, question) };
  return { ...(await answerReport(report, question, how, ports)), replaces: true };
}

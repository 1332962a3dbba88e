import type { Actor, Grant } from '../domain/access.ts';
import { dayOf } from '../domain/calendar.ts';
import { Fault } from '../domain/fault.ts';
import type { Control, Reply } from '../domain/reply.ts';
import type { Ports } from '../engine/ports.ts';
import type { Finding, Question, Report } from '../engine/report.ts';
import { reports } from '../reports/all.ts';
import { ask } from '../reports/ask/ask.ts';
import { askerOn } from '../reports/ask/ask-regularly.ts';
import { answerReport, type How, shareReport } from '../workflows/answer-report.ts';
import { type AskedReport, askedReport, reportTask } from '../workflows/asked-report.ts';
import { reportCsv } from './report-csv.ts';
import { openable, reportOpen } from './report-open.ts';
import { otherPeriods, reportPeriod } from './report-period.ts';
import { reportShare } from './report-share.ts';
import { reportTable } from './report-table.ts';

/** What can be asked next under an answer. */
export const reportControls =
  (report: string, question: Question, native: boolean) =>
  ({ table, opens = [] }: Pick<Finding, 'table' | 'opens'>): readonly Control[] => {
    const asked = askedReport(report, question, native);
    return [
      reportShare.draw(asked),
      ...(table !== null ? [reportTable.draw(asked), reportCsv.draw(asked)] : []),
      reportPeriod.draw(asked, otherPeriods(question)),
      reportOpen.draw(asked, question.converted ? [] : openable(opens)), // a list adds up what is in one currency
    ];
  };

/** Answers what somebody typed after `/spend`. Throws Fault('invalid') for what is not understood. */
export async function answerWords(
  text: string,
  person: string,
  { actor }: Grant<'report.read'>,
  ports: Ports,
): Promise<Reply> {
  const today = dayOf(ports.clock.now(), actor.zone);
  const { report, question, shown } = ask(text, askerOn(today, ports.settings));
  const withTable = shown.has('table');
  const native = shown.has('native');
  const sendFile = () =>
    ports.store.transaction(({ queue }) => queue.send(reportTask(person, askedReport(report.name, question))));
  if (shown.has('share')) {
    if (shown.has('csv')) await sendFile();
    return shareReport(report, question, { withTable, native, sharedBy: actor }, ports);
  }
  const controls = reportControls(report.name, question, native);
  const how = { withTable, native, controls, sendFile: shown.has('csv') && sendFile };
  return answerReport(report, question, how, ports);
}

/** Fault('missing') for a report that there is no more. */
export function questionAsked(
  { report: name, from, to, says, native, ...rest }: AskedReport,
  { zone }: Pick<Actor, 'zone'>,
  { clock, settings }: Pick<Ports, 'clock' | 'settings'>,
): { readonly report: Report; readonly question: Question; readonly native: boolean } {
  const report = reports.find((one) => one.name === name);
  if (!report) throw new Fault('missing', `There is no report ${name} any more. Type /spend help for those there are.`);
  return {
    report,
    native,
    question: { period: { from, to, says }, ...rest, today: dayOf(clock.now(), zone), allowance: settings.allowance },
  };
}

/** Another answer in the place of the one whose button was pressed. */
export async function answeredInPlace(
  report: Report,
  question: Question,
  { withTable, native }: Pick<How, 'withTable' | 'native'>,
  ports: Ports,
): Promise<Reply> {
  const how = { withTable, native, controls: reportControls(report.name, question, native) };
  return { ...(await answerReport(report, question, how, ports)), replaces: true };
}

import { z } from 'zod';
import { dayOf } from '../domain/calendar.ts';
import { command } from '../engine/command.ts';
import { reportControls } from '../interactions/report-controls.ts';
import { reports } from '../reports/all.ts';
import { ask } from '../reports/ask/ask.ts';
import { answerReport, shareReport } from '../workflows/answer-report.ts';
import { askedReport, reportTask } from '../workflows/asked-report.ts';

const names = reports.map(({ name }) => name).filter((name) => name !== 'overview');

/** One command for the whole catalogue of reports: a new report needs no new command. */
export const spend = command({
  name: '/spend',
  says: 'Answer questions about spend with a chart and its numbers',
  usage: `[${names.join(' | ')}] [period] [currency:EUR] [vendor:name] [category:name] [top 5] [compare] [--table] [--csv] [--share]`,
  examples: ['/spend', '/spend trend 2026 currency:EUR --share', '/spend vendors last quarter top 5 compare'],
  needs: 'report.read',
  args: z.strictObject({ text: z.string() }),
  positional: 'text',

  async run({ text }, { call, grant, ports }) {
    const today = dayOf(ports.clock.now(), grant.actor.zone);
    const { report, question, shown } = ask(text, { today, currency: ports.settings.reportingCurrency });
    const withTable = shown.has('table');
    const sendFile = () =>
      ports.store.transaction(({ queue }) => queue.send(reportTask(call.by, askedReport(report.name, question))));
    if (shown.has('share')) {
      if (shown.has('csv')) await sendFile();
      return shareReport(report, question, { withTable, sharedBy: grant.actor }, ports);
    }
    const controls = reportControls(report.name, question);
    return answerReport(report, question, { withTable, controls, sendFile: shown.has('csv') && sendFile }, ports);
  },
});

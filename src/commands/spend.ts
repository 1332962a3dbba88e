import { z } from 'zod';
import { command } from '../engine/command.ts';
import { answerWords } from '../interactions/report-controls.ts';
import { reports } from '../reports/all.ts';

const names = reports.map(({ name }) => name).filter((name) => name !== 'overview');

/** One command for the whole catalogue of reports: a new report needs no new command. */
export const spend = command({
  name: '/spend',
  says: 'Answer questions about spend with a chart and its numbers',
  usage: `[${names.join(' | ')}] [period] [currency:EUR] [vendor:name] [category:name] [top 5] [compare] [--table] [--csv] [--share] [--native]`,
  examples: ['/spend', '/spend trend 2026 currency:EUR --share', '/spend vendors last quarter top 5 compare'],
  needs: 'report.read',
  args: z.strictObject({ text: z.string() }),
  positional: 'text',

  run: ({ text }, { call, grant, ports }) => answerWords(text, call.by, grant, ports),
});

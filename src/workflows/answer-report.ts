import type { Actor } from '../domain/access.ts';
import type { Control, Part, Reply, Saying, Text } from '../domain/reply.ts';
import type { Ports } from '../engine/ports.ts';
import { type Finding, type Question, type Report, spoken } from '../engine/report.ts';
import { nativeChart } from './native-chart.ts';

/** `sendFile`: sends the numbers as a file, where that is wanted; it is asked to where there are some. `controls`: what can be asked next, of an answer with numbers or without. */
export type How = {
  readonly withTable: boolean;
  /** Charts and tables are asked of Slack, whatever the setting says. */
  readonly native: boolean;
  readonly sendFile?: (() => Promise<unknown>) | false;
  readonly controls: (finding: Finding) => readonly Control[];
};

/** The finding first, then its cards, the picture, and the same numbers as words. To the person alone. */
export async function answerReport(
  report: Report,
  question: Question,
  { sendFile, controls, ...shown }: How,
  ports: Pick<Ports, 'rows' | 'charts' | 'settings'>,
): Promise<Extract<Reply, { readonly kind: 'say' }>> {
  const finding = await report.answer(question, ports.rows);
  const { summary, parts } = await sayingOf(report, finding, shown, ports);
  const hasNumbers = finding.table !== null;
  if (sendFile && hasNumbers) await sendFile();
  const file = hasNumbers
    ? 'The numbers come as a file in our direct messages.'
    : 'There are no numbers, so there is no file.';
  const more: readonly Part[] = [
    ...(sendFile ? [{ part: 'note', text: file } as const] : []),
    { part: 'controls', controls: controls(finding) },
  ];
  return { kind: 'say', to: 'person', saying: { summary, parts: [...parts, ...more] } };
}

/** The same for everybody in the channel: it stands for itself, with who shared it. */
export async function shareReport(
  report: Report,
  question: Question,
  { sharedBy, ...shown }: Shown & { readonly sharedBy: Actor },
  ports: Pick<Ports, 'rows' | 'charts' | 'settings'>,
): Promise<Extract<Reply, { readonly kind: 'say' }>> {
  const by: Text = sharedBy.slackUser ? ['Shared by ', { person: sharedBy.slackUser }] : `Shared by ${sharedBy.name}`;
  return { kind: 'say', to: 'channel', saying: await postedReport(report, question, { ...shown, byline: by }, ports) };
}

/** The answer as it stands for itself in a channel; `byline` says below it why it is there. */
export async function postedReport(
  report: Report,
  question: Question,
  { byline, ...shown }: Shown & { readonly byline: Text },
  ports: Pick<Ports, 'rows' | 'charts' | 'settings'>,
): Promise<Saying> {
  const finding = await report.answer(question, ports.rows);
  const { summary, parts } = await sayingOf(report, finding, shown, ports);
  return { summary, parts: [...parts, { part: 'note', text: byline }] };
}

type Shown = Pick<How, 'withTable' | 'native'>;

async function sayingOf(
  report: Report,
  finding: Finding,
  { withTable, native: asked }: Shown,
  { charts, settings }: Pick<Ports, 'charts' | 'settings'>,
): Promise<Saying> {
  const native = asked || settings.charts === 'native';
  const chart = finding.chart ? await drawn(report, finding, finding.chart, native, charts) : [];
  const parts: Part[] = [
    { part: 'heading', text: finding.title },
    ...keyFigures(finding),
    ...chart,
    ...(native ? sortable(finding) : numbers(finding, withTable)),
  ];
  if (finding.note) parts.push({ part: 'note', text: finding.note });
  return { summary: finding.title, parts };
}

/** The chart as it is wanted. As a picture too where Slack is to draw it, for a place that takes none. */
async function drawn(
  report: Report,
  finding: Finding,
  { chart, rows }: NonNullable<Finding['chart']>,
  native: boolean,
  charts: Ports['charts'],
): Promise<readonly Part[]> {
  const png = Buffer.from((await charts.draw(chart, rows)).png).toString('base64');
  const picture = { png, alt: altText(report, finding), name: `${report.name}.png` };
  if (!native) return [{ part: 'picture', picture }];
  const own = nativeChart(chart, rows);
  if ('plot' in own) return [{ part: 'chart', plot: own.plot, otherwise: picture }];
  return [
    { part: 'picture', picture },
    { part: 'note', text: own.why },
  ];
}

/** Cards for the eye, and the same in a line: Slack shows three cards at a time, and a reader wants all at a glance. */
export function keyFigures({ kpis }: Pick<Finding, 'kpis'>): readonly Part[] {
  if (kpis.length === 0) return [];
  const line = kpis.map(({ label, value }) => `${label} ${value}`).join(' · ');
  return [{ part: 'kpis', kpis }, ...(kpis.length > 3 ? [{ part: 'note', text: line } as const] : [])];
}

/** What the picture shows, for those who cannot see it: the question, the finding, the numbers. */
export function altText(report: Report, { title, table }: Finding): string {
  const rows = (table ? spoken(table).rows : []).slice(0, 12).map((row) => row.join(' '));
  return [report.asks, title, rows.join('; ')].filter(Boolean).join(' ').slice(0, 1900);
}

/** Rows that stand as words beside the picture, and those that stand as a table unasked. */
const few = 12;
const many = 31;

/** Few rows stand as words, more as a table, and very many where somebody asks for them. */
function numbers({ table }: Finding, withTable: boolean): readonly Part[] {
  if (table === null || table.rows.length === 0) return [];
  const { columns, rows, numeric } = spoken(table);
  if (!withTable && rows.length > many)
    return [{ part: 'note', text: `${rows.length} rows of numbers: press Table or CSV to see them.` }];
  if (withTable || rows.length > few) return [{ part: 'table', caption: columns.join(', '), columns, rows, numeric }];
  const line = ([name, ...values]: readonly string[]) => `${name}: ${values.join(' · ')}`;
  return [{ part: 'note', text: [{ italic: line(columns) }, `\n${rows.map(line).join('\n')}`] }];
}

/** All of it, for people to sort and page; of more than Slack's table holds, the adapter says how many it left out. */
const sortable = ({ table }: Finding): readonly Part[] =>
  table === null || table.rows.length === 0
    ? []
    : [{ part: 'table', caption: table.columns.join(', '), ...spoken(table) }];

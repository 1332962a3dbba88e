import type { Part } from '../domain/reply.ts';
import type { Ports } from '../engine/ports.ts';
import type { Finding, Question, Report } from '../engine/report.ts';
import { altText } from './answer-report.ts';

/** Seconds between two pictures of one subject: numbers change with every invoice, and each picture is a file that Slack keeps. */
const pause = 300;

const subjectOf = ({ name }: Report, { currency, period }: Question) => `${name} ${currency} ${period.from}`;

const numbersOf = ({ chart }: Finding): string =>
  JSON.stringify(chart, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));

type Asked = { readonly report: Report; readonly question: Question; readonly finding: Finding };

/** The picture of a finding that Slack has, or the newest before; one that is missing is drawn by a job for `person`, and their Home follows. */
export async function figuresPicture(
  { report, question, finding }: Asked,
  person: string,
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
): Promise<readonly Part[]> {
  if (finding.chart === null) return [];
  const there = await store.homes.picture(subjectOf(report, question), numbersOf(finding));
  if (!there?.isCurrent) {
    const age = there === null ? pause : Math.floor((clock.now().getTime() - there.drawnAt.getTime()) / 1000);
    const afterSeconds = Math.min(Math.max(pause - age, 0), pause);
    const wait = afterSeconds > 0 ? { afterSeconds } : {};
    await store.queue.send({ name: 'draw-figures', payload: { person }, key: subjectOf(report, question), ...wait });
  }
  if (there === null) return [];
  const { slackFile, alt } = there;
  return [
    { part: 'picture', picture: { slackFile, alt, name: `${report.name}.png` } },
    ...(there.isCurrent
      ? []
      : [{ part: 'note', text: 'The picture is some minutes older than the numbers; a new one follows.' } as const]),
  ];
}

/** Draws it and gives it to Slack, unless that was done already; then Homes are to show it. */
export async function drawFiguresPicture(
  { report, question, finding }: Asked,
  { store, charts, workspace }: Pick<Ports, 'store' | 'charts' | 'workspace'>,
): Promise<void> {
  if (finding.chart === null) return;
  const [subject, numbers] = [subjectOf(report, question), numbersOf(finding)];
  if ((await store.homes.picture(subject, numbers))?.isCurrent) return;
  const { png } = await charts.draw(finding.chart.chart, finding.chart.rows);
  const alt = altText(report, finding);
  const slackFile = await workspace.upload({ bytes: png, name: `${report.name}.png`, alt });
  await store.homes.keepPicture(subject, numbers, { slackFile, alt });
  await store.homes.outdate();
}

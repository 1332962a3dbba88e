import type { Actor } from '../domain/access.ts';
import type { Part, Saying } from '../domain/reply.ts';
import type { Ports } from '../engine/ports.ts';
import { type Finding, type Question, type Report, spoken } from '../engine/report.ts';

/** `withFile`: the numbers come as a file too. */
export type How = { readonly withTable: boolean; readonly withFile: boolean; readonly sharedBy: Actor | null };

/** The finding first, then its cards, the picture, and the same numbers as words. */
export async function answerReport(
  report: Report,
  question: Question,
  { withTable, withFile, sharedBy }: How,
  { rows, charts }: Pick<Ports, 'rows' | 'charts'>,
): Promise<Saying> {
  const finding = await report.answer(question, rows);
  const parts: Part[] = [{ part: 'heading', text: finding.title }];
  parts.push(...keyFigures(finding));
  const picture = finding.chart && (await charts.draw(finding.chart.chart, finding.chart.rows));
  if (picture) {
    const png = Buffer.from(picture.png).toString('base64');
    parts.push({ part: 'picture', picture: { png, alt: altText(report, finding), name: `${report.name}.png` } });
  }
  parts.push(...numbers(finding, withTable));
  if (finding.note) parts.push({ part: 'note', text: finding.note });
  if (withFile)
    parts.push({
      part: 'note',
      text:
        finding.table === null
          ? 'There are no numbers, so there is no file.'
          : 'The numbers come as a file in our direct messages.',
    });
  if (sharedBy)
    parts.push({
      part: 'note',
      text: sharedBy.slackUser ? ['Shared by ', { person: sharedBy.slackUser }] : `Shared by ${sharedBy.name}`,
    });
  return { summary: finding.title, parts };
}

/** Cards for the eye, and the same in a line: Slack shows three cards at a time, and a reader wants all at a glance. */
export function keyFigures({ kpis }: Pick<Finding, 'kpis'>): readonly Part[] {
  if (kpis.length === 0) return [];
  const line = kpis.map(({ label, value }) => `${label} ${value}`).join(' · ');
  return [{ part: 'kpis', kpis }, ...(kpis.length > 3 ? [{ part: 'note', text: line } as const] : [])];
}

/** What the picture shows, for those who cannot see it: the question, the finding, the numbers. */
function altText(report: Report, { title, table }: Finding): string {
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

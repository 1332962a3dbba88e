import type { types } from '@slack/bolt';
import type { Part, Picture, Saying, Text } from '../../../domain/reply.ts';
import { type ChartBlock, chartBlock, mostCharts } from './chart.ts';
import { controlBlocks } from './controls.ts';
import { dataTable, isSortable } from './data-table.ts';
import { kpiFields } from './kpi-fields.ts';
import { kpiBlocks } from './kpis.ts';
import { literal, mrkdwnObject } from './mrkdwn.ts';
import { noteBlock } from './note.ts';
import { clean, cut, plain, shown } from './plain.ts';
import { richText } from './rich-text.ts';
import { type Table, tableBlocks, textTableBlocks } from './table.ts';

export type Block = types.KnownBlock | ChartBlock;

/** Pictures that Slack has by now, by what they were drawn as. One that is missing here is told in words. */
export type Uploaded = ReadonlyMap<Picture, string>;

const surfaces = { message: 50, home: 100 } as const;

/** `native`: Slack draws charts, and its tables sort and page. `full`: cards, tables and pictures. `simple`: the same with blocks that Slack has taken everywhere for years, should it refuse the others in some place. */
export type Look = 'native' | 'full' | 'simple';

/** The parts (from 0) of a saying that Slack draws itself, where it is let. */
export const nativeCharts = ({ parts }: Saying): ReadonlySet<number> =>
  new Set(parts.flatMap(({ part }, i) => (part === 'chart' ? [i] : [])).slice(0, mostCharts));

export const isNative = (saying: Saying): boolean => nativeCharts(saying).size > 0 || saying.parts.some(isSortable);

/** A saying as blocks, within the limits of its surface; what had to be left out is said so. */
export function blocksOf(
  saying: Saying,
  uploaded: Uploaded = new Map(),
  surface: keyof typeof surfaces = 'message',
  look: Look = 'full',
): Block[] {
  const firstTable = look === 'simple' ? -1 : saying.parts.findIndex(({ part }) => part === 'table');
  const charts = look === 'native' ? nativeCharts(saying) : null;
  const blocks = saying.parts.flatMap((part, i): Block[] => {
    if (part.part === 'table') return i === firstTable ? firstOf(part, look) : textTableBlocks(part);
    if (part.part === 'kpis') return look === 'simple' ? kpiFields(part.kpis) : kpiBlocks(part.kpis);
    if (part.part === 'chart')
      return [charts?.has(i) ? chartBlock(part.plot) : pictureBlock({ picture: part.otherwise }, uploaded)];
    return partBlocks(part, uploaded);
  });
  const most = surfaces[surface];
  if (blocks.length <= most) return blocks;
  return [...blocks.slice(0, most - 1), noteBlock('There is more than Slack can show here. Ask for less at a time.')];
}

const firstOf = (table: Table, look: Look): Block[] =>
  look === 'native' && isSortable(table) ? dataTable(table) : tableBlocks(table);

/** The whole answer in one line, for notifications, phones and screen readers. Slack cuts past 40,000 letters; 4,000 is what it advises. */
export const summaryOf = (saying: Saying): string => cut(literal(cut(clean(saying.summary).trim() || '–', 3000)), 4000);

function partBlocks(part: Exclude<Part, { part: 'table' | 'kpis' | 'chart' }>, uploaded: Uploaded): Block[] {
  switch (part.part) {
    case 'heading':
      return [{ type: 'header', text: plain(part.text, 150) }];
    case 'text':
      return [part.beside ? besideBlock(part.text, part.beside, uploaded) : richText(part.text)];
    case 'note':
      return [noteBlock(part.text)];
    case 'facts':
      return factBlocks(part.facts);
    case 'picture':
      return [pictureBlock(part, uploaded)];
    case 'controls':
      return controlBlocks(part.controls);
    case 'divider':
      return [{ type: 'divider' }];
  }
}

function factBlocks(facts: Extract<Part, { part: 'facts' }>['facts']): types.SectionBlock[] {
  const sections: types.SectionBlock[] = [];
  for (let i = 0; i < facts.length; i += 10) {
    const fields = facts.slice(i, i + 10).map(([label, value]) => {
      const spans = typeof value === 'string' ? [value] : value;
      return mrkdwnObject([{ bold: label }, '\n', ...(spans.length > 0 ? spans : ['–'])], 2000);
    });
    sections.push({ type: 'section', fields });
  }
  return sections;
}

type Pictured = Pick<Extract<Part, { part: 'picture' }>, 'picture' | 'title'>;

function pictureBlock({ picture, title }: Pictured, uploaded: Uploaded): types.ImageBlock | types.ContextBlock {
  const id = uploaded.get(picture);
  if (id === undefined) return noteBlock(`(A picture belongs here: ${cut(picture.alt, 1900)})`);
  return imageBlock({ ...picture, slackFile: id }, title);
}

/** A picture that Slack has. */
export const imageBlock = (
  { slackFile, alt }: Pick<Extract<Picture, { readonly slackFile: string }>, 'slackFile' | 'alt'>,
  title?: string,
): types.ImageBlock => ({
  type: 'image',
  slack_file: { id: slackFile },
  alt_text: shown(alt, 2000),
  ...(title ? { title: plain(title, 2000) } : {}),
});

/** A text with a small picture at its side; without it where Slack does not have the picture. */
function besideBlock(text: Text, picture: Picture, uploaded: Uploaded): Block {
  const id = uploaded.get(picture);
  if (id === undefined) return richText(text);
  const accessory = { type: 'image', slack_file: { id }, alt_text: shown(picture.alt, 2000) } as const;
  return { type: 'section', text: mrkdwnObject(text, 3000), accessory };
}

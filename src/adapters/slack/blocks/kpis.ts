import type { types } from '@slack/bolt';
import type { Kpi } from '../../../domain/reply.ts';
import { mrkdwnObject } from './mrkdwn.ts';

/** Limits of https://docs.slack.dev/reference/block-kit/blocks/card-block and carousel-block */
const cardsPerRow = 10;
const titleLength = 150;
const bodyLength = 200;

/** Key figures as cards side by side: what it is, the number, then the small print. */
export function kpiBlocks(kpis: readonly Kpi[]): types.CarouselBlock[] {
  const rows: types.CarouselBlock[] = [];
  for (let i = 0; i < kpis.length; i += cardsPerRow) {
    rows.push({ type: 'carousel', elements: kpis.slice(i, i + cardsPerRow).map(card) });
  }
  return rows;
}

const card = ({ label, value, note }: Kpi): types.CardBlock => ({
  type: 'card',
  title: mrkdwnObject([{ bold: value }], titleLength),
  subtitle: mrkdwnObject(label, titleLength),
  ...(note ? { body: mrkdwnObject(note, bodyLength) } : {}),
});

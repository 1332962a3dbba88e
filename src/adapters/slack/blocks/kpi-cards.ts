import type { types } from '@slack/bolt';
import type { Kpi } from '../../../domain/reply.ts';
import { mrkdwnObject } from './mrkdwn.ts';

/** Limits of https://docs.slack.dev/reference/block-kit/blocks/card-block and carousel-block */
const cardsPerCarousel = 10;
const titleLength = 150;
const bodyLength = 200;

/** Key figures as cards that scroll to the side. Messages and the App Home only: a modal takes no carousel. */
export function kpiCarousels(kpis: readonly Kpi[]): types.CarouselBlock[] {
  const carousels: types.CarouselBlock[] = [];
  for (let i = 0; i < kpis.length; i += cardsPerCarousel) {
    carousels.push({ type: 'carousel', elements: kpis.slice(i, i + cardsPerCarousel).map(card) });
  }
  return carousels;
}

const card = ({ label, value, note }: Kpi): types.CardBlock => ({
  type: 'card',
  title: mrkdwnObject([{ bold: value }], titleLength),
  subtitle: mrkdwnObject(label, titleLength),
  ...(note ? { body: mrkdwnObject(note, bodyLength) } : {}),
});

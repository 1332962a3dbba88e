import type { types } from '@slack/bolt';
import type { Kpi, Span } from '../../../domain/reply.ts';
import { mrkdwnObject } from './mrkdwn.ts';

/** Limits of https://docs.slack.dev/reference/block-kit/blocks/section-block */
const fieldsPerSection = 10;
const fieldLength = 2000;

/** Key figures two in a row, for where Slack takes no cards: the number first and bold, what it is below, then the small print. */
export function kpiFields(kpis: readonly Kpi[]): types.SectionBlock[] {
  const sections: types.SectionBlock[] = [];
  for (let i = 0; i < kpis.length; i += fieldsPerSection) {
    const fields = kpis.slice(i, i + fieldsPerSection).map((kpi) => mrkdwnObject(kpiText(kpi), fieldLength));
    sections.push({ type: 'section', fields });
  }
  return sections;
}

function kpiText({ label, value, note }: Kpi): readonly Span[] {
  return [{ bold: value }, '\n', label, ...(note ? ['\n', { italic: note }] : [])];
}

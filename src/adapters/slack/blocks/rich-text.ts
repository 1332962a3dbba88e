import type { types } from '@slack/bolt';
import type { Span, Text } from '../../../domain/reply.ts';
import { clean, cut } from './plain.ts';
import { isSlackId, safeLink, secondOf, spansOf, wordsOf } from './spans.ts';

type Element = types.RichTextElement;

/** Slack states no limit for rich text; this is the one of a section. */
const most = 3000;

/** A text as rich text: its letters are no markup whatever they are, so this is where text from outside is safest. */
export function richText(text: Text): types.RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: elementsOf(text) }] };
}

/** A heading over what follows, smaller than a header block. */
export const boldLine = (text: string): types.RichTextBlock => richText([{ bold: text }]);

/** Letters of one width, for what must stand in columns where no table can. */
export const preformatted = (text: string): types.RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_preformatted', elements: [letters(cut(clean(text), most))] }],
});

export function elementsOf(text: Text): Element[] {
  const elements: Element[] = [];
  let room = most;
  for (const span of spansOf(text)) {
    const size = wordsOf(span).length;
    if (size > room) {
      elements.push(letters(typeof span === 'string' ? cut(clean(span), Math.max(1, room)) : '…'));
      break;
    }
    room -= size;
    if (size > 0) elements.push(elementOf(span));
  }
  return elements.length > 0 ? elements : [letters('–')];
}

const letters = (text: string, style?: types.RichTextText['style']): types.RichTextText => ({
  type: 'text',
  text,
  ...(style ? { style } : {}),
});

function elementOf(span: Span): Element {
  if (typeof span === 'string') return letters(clean(span));
  if ('bold' in span) return letters(clean(span.bold), { bold: true });
  if ('italic' in span) return letters(clean(span.italic), { italic: true });
  if ('code' in span) return letters(clean(span.code), { code: true });
  if ('link' in span) return linkOf(span.link, clean(span.label));
  if ('day' in span) return dayOf(span.day);
  if ('person' in span && isSlackId('person', span.person)) return { type: 'user', user_id: span.person };
  if ('channel' in span && isSlackId('channel', span.channel)) return { type: 'channel', channel_id: span.channel };
  return letters(wordsOf(span));
}

function linkOf(address: string, label: string): Element {
  const url = safeLink(address);
  return url === null ? letters(label) : { type: 'link', url, text: label };
}

function dayOf(day: string): Element {
  const timestamp = secondOf(day);
  return timestamp === null ? letters(clean(day)) : { type: 'date', timestamp, format: '{date_short}', fallback: day };
}

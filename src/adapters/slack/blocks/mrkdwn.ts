import type { Span, Text } from '../../../domain/reply.ts';
import { clean, cut } from './plain.ts';
import { isSlackId, safeLink, secondOf, spansOf, wordsOf } from './spans.ts';

/** Slack's three: https://docs.slack.dev/messaging/formatting-message-text#escaping */
export const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Takes no room and belongs to no word: what it stands in is no emoji, no broadcast and no quote to Slack, and people see what was written. */
const joiner = '\u2060';

/** Signs that look the same and mean nothing. A joiner is not enough for these: Slack begins bold before it, too. */
const twins: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };
const twin = (sign: string): string => twins[sign] ?? sign;

/**
 * Text that mrkdwn shows as it is written: escaped, and no sign in it begins bold, italic, strike, code, a quote, an emoji or a broadcast.
 * Signs inside a word or a number (INV_2024_7, 3*4) mean nothing to Slack and stay untouched, so that they can be copied.
 */
export const literal = (text: string): string =>
  escapeMarkup(
    clean(text)
      .replaceAll(/(?<![\p{L}\p{N}])[*_~](?=\S)|`/gu, twin)
      .replaceAll(/^(\s*)>/gm, `$1${joiner}>`)
      .replaceAll(/:(?=[a-z0-9_+'-]+:)/gi, `:${joiner}`)
      .replaceAll(/@(?=(?:channel|here|everyone)\b)/gi, `@${joiner}`),
  );

function marked(span: Span): string {
  if (typeof span === 'string') return literal(span);
  if ('bold' in span) return wrapped('*', span.bold);
  if ('italic' in span) return wrapped('_', span.italic);
  if ('code' in span) return coded(span.code);
  if ('link' in span) return linked(span.link, span.label);
  if ('day' in span) return dated(span.day);
  if ('person' in span) return isSlackId('person', span.person) ? `<@${span.person}>` : literal(wordsOf(span));
  return isSlackId('channel', span.channel) ? `<#${span.channel}>` : literal(wordsOf(span));
}

/** Bold and italic end at a line's end, and at the first such sign that closes a word. */
function wrapped(sign: '*' | '_', text: string): string {
  const inner = literal(text).trim().replaceAll('\n', ' ');
  const closing = sign === '*' ? /\*(?![\p{L}\p{N}])/gu : /_(?![\p{L}\p{N}])/gu;
  return inner === '' ? '' : `${sign}${inner.replaceAll(closing, twin)}${sign}`;
}

/** Between back quotes nothing but the three signs means anything. */
function coded(text: string): string {
  const inner = escapeMarkup(clean(text).replaceAll('`', "'"));
  return inner.trim() === '' ? inner : `\`${inner}\``;
}

function linked(address: string, label: string): string {
  const url = safeLink(address);
  return url === null
    ? literal(label)
    : `<${escapeMarkup(url)}|${literal(label).replaceAll('\n', ' ').replaceAll('|', '¦')}>`;
}

function dated(day: string): string {
  const at = secondOf(day);
  return at === null ? literal(day) : `<!date^${at}^{date_short}|${day}>`;
}

/** A text in mrkdwn, cut between spans and inside plain ones, never inside markup. */
export function mrkdwn(text: Text, most: number): string {
  let out = '';
  for (const span of spansOf(text)) {
    const next = marked(span);
    if (out.length + next.length > most - 1) {
      return `${out}${typeof span === 'string' ? fitting(span, most - 1 - out.length) : ''}…`;
    }
    out += next;
  }
  return out;
}

/** As much of a plain span as fits once escaped. */
function fitting(text: string, room: number): string {
  let length = Math.min(text.length, room);
  while (length > 0 && literal(text.slice(0, length)).length > room) length -= 1;
  return literal(cut(text.slice(0, length), length));
}

/** A mrkdwn object that turns no bare address or name into a link. */
export const mrkdwnObject = (text: Text, most: number) => ({
  type: 'mrkdwn' as const,
  text: mrkdwn(text, most).trim() || '–',
  verbatim: true,
});

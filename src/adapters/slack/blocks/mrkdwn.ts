import type { Span, Text } from '../../../domain/reply.ts';
import { clean, cut } from './plain.ts';
import { isSlackId, safeLink, secondOf, spansOf, wordsOf } from './spans.ts';

/** Slack's three: https://docs.slack.dev/messaging/formatting-message-text#escaping */
export const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Takes no room and belongs to no word: Slack then sees no markup, people see what was written. */
const joiner = '\u2060';

/**
 * Text that mrkdwn shows as it is written: escaped, and every sign that would begin bold, italic, strike, code, a quote, an emoji or a broadcast is held
 * apart from what follows. Signs inside a word or a number (INV_2024_7, 3*4) mean nothing to Slack and stay untouched, so that they can be copied.
 */
export const literal = (text: string): string =>
  escapeMarkup(
    clean(text)
      .replaceAll(/(?<![\p{L}\p{N}])([*_~])(?=\S)/gu, `$1${joiner}`)
      .replaceAll('`', `\`${joiner}`)
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

/** Bold and italic end at a line's end and need a letter at both sides. */
function wrapped(sign: '*' | '_', text: string): string {
  const inner = literal(text).trim().replaceAll('\n', ' ');
  return inner === '' ? '' : `${sign}${inner.replaceAll(sign, `${sign}${joiner}`)}${sign}`;
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

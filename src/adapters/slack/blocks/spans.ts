import type { Span, Text } from '../../../domain/reply.ts';
import { clean } from './plain.ts';

/** A text as a list of spans, emptied of what shows nothing. */
export const spansOf = (text: Text): readonly Span[] =>
  (typeof text === 'string' ? [text] : text).filter((span) => span !== '');

/** What a span says to somebody who reads letters only: notifications, plain_text, the measure of its length. */
export function wordsOf(span: Span): string {
  if (typeof span === 'string') return clean(span);
  if ('bold' in span) return clean(span.bold);
  if ('italic' in span) return clean(span.italic);
  if ('code' in span) return clean(span.code);
  if ('link' in span) return clean(span.label);
  if ('day' in span) return clean(span.day);
  if ('person' in span) return `@${clean(span.person)}`;
  return `#${clean(span.channel)}`;
}

/** The address of a link that may be followed, or null: only the web and mail, never a scheme that does something. */
export function safeLink(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || !['https:', 'http:', 'mailto:'].includes(url.protocol) || url.href.length > 3000) return null;
  return url.href.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E');
}

const ids = { person: /^[UW][A-Z0-9]{2,}$/, channel: /^[CDG][A-Z0-9]{2,}$/ } as const;

export const isSlackId = (kind: keyof typeof ids, id: string): boolean => ids[kind].test(id);

/**
 * The second at which a day is that day in as many zones as can be: 10:30 UTC, from Hawaii (UTC-10) to New Zealand in summer (UTC+13).
 * Slack has no date without a time. Null for what is no day.
 */
export function secondOf(day: string): number | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T10:30:00Z`) : Number.NaN;
  return Number.isNaN(at) ? null : at / 1000;
}

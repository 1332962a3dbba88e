/** What can hide text or turn it around: control characters but tab and line feed, bidi controls, zero-width signs, the byte order mark. Joiners stay: emoji need them. */
const unseen = /(?![\t\n])\p{Cc}|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/** Text from anywhere as it may be shown: line ends made equal, nothing unseen in it, no half characters. */
export const clean = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll(unseen, '');

/** At most `most` UTF-16 units as Slack counts them, never half a character; what was cut is marked with an ellipsis. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1);
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}

/** The text of a field that must not be empty; Slack refuses the whole message otherwise. */
export const shown = (text: string, most: number): string => cut(clean(text).trim() || '–', most);

/** A plain_text object: shown letter by letter, `:tada:` and `*stars*` included. */
export const plain = (text: string, most: number) => ({
  type: 'plain_text' as const,
  text: shown(text, most),
  emoji: false,
});

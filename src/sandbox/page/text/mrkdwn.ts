/** Slack's mrkdwn as a tree. Own, because converting it to Markdown bolds `2 * 3 * 4` and loses quotes in the middle. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly inside: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly label: string }
  | { readonly kind: 'person' | 'channel' | 'group'; readonly id: string; readonly label: string | null }
  | { readonly kind: 'broadcast'; readonly label: string }
  | { readonly kind: 'date'; readonly seconds: number; readonly format: string; readonly href: string | null }
  | { readonly kind: 'emoji'; readonly name: string };

export type Part =
  | { readonly kind: 'lines'; readonly inside: readonly Inline[] }
  | { readonly kind: 'quote'; readonly inside: readonly Inline[] }
  | { readonly kind: 'fence'; readonly text: string };

const styles = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

export function parseMrkdwn(text: string): readonly Part[] {
  return text.split(/```\n?([\s\S]*?)\n?```\n?/).flatMap((piece, index): Part[] => {
    if (index % 2 === 1) return [{ kind: 'fence', text: decode(piece) }];
    return piece === '' ? [] : quotesAndLines(piece);
  });
}

/** Text with `&amp;`, `&lt;` and `&gt;` undone, the only three that Slack escapes. */
export function decode(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

function quotesAndLines(text: string): Part[] {
  const parts: { kind: 'lines' | 'quote'; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const quoted = /^(?:&gt;|>)(?!\S*[|>]\S*>)\s?(.*)$/.exec(line);
    const kind = quoted ? 'quote' : 'lines';
    const last = parts.at(-1);
    const words = quoted?.[1] ?? line;
    if (last?.kind === kind) last.lines.push(words);
    else parts.push({ kind, lines: [words] });
  }
  return parts.map(({ kind, lines }) => ({ kind, inside: parseInline(lines.join('\n')) }));
}

type Rule = readonly [RegExp, (match: RegExpExecArray) => Inline];

/** Tried in this order at each place; every expression is sticky. */
const rules: readonly Rule[] = [
  [/\n/y, () => ({ kind: 'break' })],
  [/`([^`\n]+)`/y, (match) => ({ kind: 'code', text: decode(match[1] ?? '') })],
  [/<([^<>\n]+)>/y, (match) => angled(match[1] ?? '')],
  [
    /:([a-z0-9_+-]*[a-z][a-z0-9_+-]*(?:::skin-tone-\d)?|[+-]1|100|1234):/y,
    (match) => ({ kind: 'emoji', name: match[1] ?? '' }),
  ],
  [/https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)\]}'"]/y, (match) => link(match[0], match[0])],
];

export function parseInline(text: string): readonly Inline[] {
  const out: Inline[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') out.push({ kind: 'text', text: decode(plain) });
    plain = '';
  };
  for (let at = 0; at < text.length; ) {
    const found = ruleAt(text, at) ?? styleAt(text, at);
    if (found) {
      flush();
      out.push(found.inline);
      at = found.end;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  flush();
  return out;
}

function ruleAt(text: string, at: number): { inline: Inline; end: number } | null {
  for (const [pattern, make] of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { inline: make(match), end: pattern.lastIndex };
  }
  return null;
}

/** A marker opens after a gap and before a word, and closes after a word and before a gap, all in one line. */
function styleAt(text: string, at: number): { inline: Inline; end: number } | null {
  const mark = text[at] ?? '';
  if (!isMark(mark) || /[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ')) return null;
  const span = new RegExp(
    `[${mark}](?![\\s${mark}])((?:<[^>\\n]*>|\`[^\`\\n]*\`|[^\\n])*?)(?<!\\s)[${mark}](?![\\p{L}\\p{N}])`,
    'uy',
  );
  span.lastIndex = at;
  const match = span.exec(text);
  if (!match?.[1]) return null;
  return { inline: { kind: styles[mark], inside: parseInline(match[1]) }, end: span.lastIndex };
}

function isMark(mark: string): mark is keyof typeof styles {
  return mark in styles;
}

function angled(inside: string): Inline {
  const [head = '', label = null] = inside.split(/\|(.*)/s);
  const sign = head[0];
  if (sign === '@') return { kind: 'person', id: head.slice(1), label };
  if (sign === '#') return { kind: 'channel', id: head.slice(1), label };
  if (head.startsWith('!date^')) return date(head, label);
  if (head.startsWith('!subteam^')) return { kind: 'group', id: head.slice(9), label };
  if (sign === '!') return { kind: 'broadcast', label: `@${head.slice(1)}` };
  return link(decode(head), label === null ? decode(head).replace(/^mailto:/, '') : decode(label));
}

function date(head: string, fallback: string | null): Inline {
  const [, seconds = '', format = '', href = null] = head.split('^');
  if (!/^\d+$/.test(seconds)) return { kind: 'text', text: fallback ?? head };
  return { kind: 'date', seconds: Number(seconds), format, href };
}

/** Only addresses that a browser may safely follow become links. */
export function link(href: string, label: string): Inline {
  return /^(https?:|mailto:|tel:|\/)/i.test(href) ? { kind: 'link', href, label } : { kind: 'text', text: label };
}

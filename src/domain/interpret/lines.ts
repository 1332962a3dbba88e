import type { Box, Page, Word } from '../page.ts';
import { joinSpaced } from './spacing.ts';

/** A word in the page's own units (points or pixels), so that widths and heights can be compared. */
export type Token = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly bold: boolean;
  readonly confidence: number;
};

/** Words of one line that stand close together: a label, a cell of a table, a line of an address. */
export type Segment = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  readonly page: number;
  /** Index of its line in the document. */
  readonly line: number;
};

/** One printed line of a page, left to right, in reading order. */
export type Line = {
  readonly index: number;
  readonly page: number;
  readonly segments: readonly Segment[];
  readonly text: string;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
};

/** The printed lines of the pages, top to bottom. `index` counts through all pages. */
export function linesOf(pages: readonly Page[]): readonly Line[] {
  const lines: Line[] = [];
  for (const page of pages) {
    for (const tokens of rows(tokensOf(page))) lines.push(lineOf(tokens, page, lines.length));
  }
  return lines;
}

/** Where the tokens stand, as fractions of their page. */
export function boxOf(tokens: readonly Token[], page: Page): Box {
  const left = Math.min(...tokens.map((token) => token.left)) / page.width;
  const top = Math.min(...tokens.map((token) => token.top)) / page.height;
  const right = Math.max(...tokens.map((token) => token.right)) / page.width;
  const bottom = Math.max(...tokens.map((token) => token.bottom)) / page.height;
  return { left, top, width: right - left, height: bottom - top };
}

export const median = (values: readonly number[]): number =>
  values.length === 0 ? 0 : (values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0);

/** Rules, dots and frame pieces that OCR takes for text, and white space, say nothing. */
const empty = /^[\s|_~=—–―·•.,:;'"`´‘’“”«»\\/()[\]{}<>-]*$/u;

/** A page of small print has about 2,000 words; what is beyond this is no invoice but an attack. */
const mostWords = 3000;
/** Letters; longer than any word, number or address. */
const longestWord = 100;

function tokensOf(page: Page): readonly Token[] {
  const words = page.words
    .slice(0, mostWords)
    .filter((word) => keeps(word, page))
    .flatMap(apart);
  return words.map(({ text, box, bold, confidence }) => ({
    text: readable(text.slice(0, longestWord)),
    left: box.left * page.width,
    right: (box.left + box.width) * page.width,
    top: box.top * page.height,
    bottom: (box.top + box.height) * page.height,
    bold: bold ?? false,
    confidence: confidence ?? 1,
  }));
}

/** A hyphen that a font keeps where no letter is ("9D41E0B7\uE0880003") is one; other such glyphs are ornaments. */
const readable = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/(?<=[\p{L}\p{N}])[\u00AD\u2010\u2011\p{Co}\p{Cc}](?=[\p{L}\p{N}])/gu, '-')
    .trim();

/** "Datum:12.5.2024" and "No.123" are a label and a value; each gets its share of the width. */
function apart(word: Word): readonly Word[] {
  const match =
    /^(\p{L}[\p{L}.'’-]*[:#]|.*\p{L}[:#]|(?:\p{L}+[-.])?n(?:[or]\.|[°º]\.?))(?!\/\/)([\p{L}\p{N}(#€$£-].*)$/iu.exec(
      word.text,
    );
  const [, label = '', value = ''] = match ?? [];
  if (!match || /:\/\/|@/.test(word.text) || (/:$/.test(label) && /^[a-z]$/i.test(label.slice(0, -1)))) return [word];
  const share = (word.box.width * label.length) / word.text.length;
  const left = { ...word.box, width: share };
  const right = { ...word.box, left: word.box.left + share, width: word.box.width - share };
  return [
    { ...word, text: label, box: left },
    { ...word, text: value, box: right },
  ];
}

const keeps = (word: Word, page: Page): boolean =>
  page.source === 'ocr' ? !empty.test(word.text) : word.text.trim() !== '';

/**
 * Groups tokens to rows by following each row from left to right, each token joined to the row whose last token stands at its height:
 * a row that climbs or sinks a little (a skewed scan) is followed, as no fixed baseline could.
 */
function rows(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const slope = slopeOf(tokens);
  const level = (token: Token) => (token.top + token.bottom) / 2 - slope * token.left;
  const found: Token[][] = [];
  for (const token of tokens.toSorted((a, b) => a.left - b.left)) {
    let best: Token[] | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const row of found) {
      const last = row[row.length - 1];
      if (!last) continue;
      const height = Math.min(last.bottom - last.top, token.bottom - token.top);
      const apart = Math.abs(level(last) - level(token));
      if (apart < height * 0.5 && apart < least && token.left > last.left) [best, least] = [row, apart];
    }
    if (best) best.push(token);
    else found.push([token]);
  }
  const levelOf = (row: readonly Token[]) => median(row.map(level));
  return found.toSorted((a, b) => levelOf(a) - levelOf(b));
}

/** How much the print sinks per unit to the right: the middle slope between neighbours of the same size. */
function slopeOf(tokens: readonly Token[]): number {
  const slopes: number[] = [];
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (!next) continue;
    const height = token.bottom - token.top;
    const gap = next.left - token.right;
    const alike = Math.abs(next.bottom - next.top - height) < height * 0.25;
    const rise = (next.top + next.bottom - token.top - token.bottom) / 2;
    if (alike && gap > -height && gap < height * 2 && Math.abs(rise) < height * 0.5) {
      slopes.push(rise / (next.left - token.left || 1));
    }
  }
  return slopes.length < 10 ? 0 : median(slopes);
}

function lineOf(row: readonly Token[], page: Page, index: number): Line {
  const { tokens, blank: spaced } = joinSpaced(row);
  const height = median(tokens.map((token) => token.bottom - token.top));
  const letters = page.source === 'ocr' ? blank : 0;
  const segments = split(tokens, height, letters, spaced).map((group) => segmentOf(group, page.number, index));
  return {
    index,
    page: page.number,
    segments,
    text: segments.map((segment) => segment.text).join('  '),
    top: Math.min(...tokens.map((token) => token.top)),
    bottom: Math.max(...tokens.map((token) => token.bottom)),
    height,
  };
}

/** A typewriter's blank in letters, a little room around it. Till rolls are printed so; what OCR sees tells no font. */
const blank = 1.45;

/** A gap wider than a letter's height is a column's gap; or, where `letters` is given, wider than so many letters are broad; `spaced` is never one within letters of one size. */
function split(
  tokens: readonly Token[],
  height: number,
  letters: number,
  spaced: number,
): readonly (readonly Token[])[] {
  const groups: Token[][] = [];
  const most = Math.max(height * 0.95, letters * median(tokens.map(breadth)));
  let last: Token | undefined;
  for (const token of tokens) {
    const group = groups[groups.length - 1];
    const gap = last ? token.left - last.right : 0;
    if (group && last && (gap < most || (gap < spaced && isSameSize(last, token)))) group.push(token);
    else groups.push([token]);
    last = token;
  }
  return groups;
}

const isSameSize = (a: Token, b: Token): boolean => Math.abs(a.bottom - a.top - b.bottom + b.top) < 0.5;

const breadth = ({ left, right, text }: Token): number => (right - left) / text.length;

function segmentOf(tokens: readonly Token[], page: number, line: number): Segment {
  const top = Math.min(...tokens.map((token) => token.top));
  const bottom = Math.max(...tokens.map((token) => token.bottom));
  return {
    text: tokens.map((token) => token.text).join(' '),
    tokens,
    left: Math.min(...tokens.map((token) => token.left)),
    right: Math.max(...tokens.map((token) => token.right)),
    top,
    bottom,
    height: median(tokens.map((token) => token.bottom - token.top)),
    page,
    line,
  };
}

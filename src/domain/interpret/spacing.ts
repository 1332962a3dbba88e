import type { Token } from './lines.ts';

/** Letters in a run that make it spaced, not initials: "R O S E". */
const leastRun = 4;
/** A gap within a word varies so little in a spaced line; kerning does the rest. */
const evenness = 1.25;

/**
 * Joins what designers pull apart: "H O T E L   R O S E" (letters spaced evenly, words further apart) and "S TUDIO" (small capitals, which a change
 * of size cut). What parts letters is told by the line's own gaps. `blank` is the widest gap between words where letters are spaced, 0 elsewhere.
 */
export function joinSpaced(row: readonly Token[]): { readonly tokens: readonly Token[]; readonly blank: number } {
  const capitals = joinWhere(row, isSmallCapital);
  const tracking = trackingOf(capitals);
  if (!tracking) return { tokens: capitals, blank: 0 };
  return {
    tokens: joinWhere(capitals, (left, right) => isTracked(left, right, tracking)),
    blank: tracking.gap * blankLetters,
  };
}

/** A blank in a spaced line is a blank's own width and two more of its gaps; a broad font's comes to this many gaps. */
const blankLetters = 6;

/** The gap between the letters of a line's spaced words, and how many letters show it. */
type Tracking = { readonly gap: number; readonly letters: number };

const heightOf = ({ top, bottom }: Token): number => bottom - top;
const gapOf = (left: Token, right: Token): number => right.left - left.right;
/** Two letters, two digits, or one of them and a stroke or point: leaders ("Total . . . .") and measures ("6 x 4 m") are no spaced word. */
const arePieces = (left: Token, right: Token): boolean =>
  /^(?:\p{L}\p{L}|\d\d|[\p{L}\d][/.-]|[/.-][\p{L}\d])$/u.test(left.text + right.text);

/** "S" and "TUDIO" touch, the second in smaller letters; and the point that follows such a word. */
function isSmallCapital(left: Token, right: Token): boolean {
  if (Math.abs(gapOf(left, right)) > heightOf(right) * 0.08) return false;
  if (/^\p{Lu}{2,}$/u.test(left.text) && /^[.,]$/.test(right.text)) return true;
  return heightOf(right) < heightOf(left) * 0.92 && /^\p{Lu}$/u.test(left.text) && /^\p{Lu}+[.,]?$/u.test(right.text);
}

/** `null` for a line that has no spaced word. */
function trackingOf(row: readonly Token[]): Tracking | null {
  const found: number[] = [];
  let run: number[] = [];
  for (const [at, token] of row.entries()) {
    const next = row[at + 1];
    const gap = next && arePieces(token, next) ? gapOf(token, next) : Number.POSITIVE_INFINITY;
    const spaced = gap > 0 && gap < heightOf(token) * 0.6;
    const even = Math.max(gap, ...run) <= Math.min(gap, ...run) * evenness + 0.1;
    if (spaced && even) run.push(gap);
    if (spaced && even && next !== undefined) continue;
    if (run.length >= leastRun - 1) found.push(...run);
    run = spaced ? [gap] : [];
  }
  const gap = found.toSorted((a, b) => a - b)[found.length >> 1];
  return gap === undefined ? null : { gap, letters: found.length + 1 };
}

/** The line's gap stands between two letters, or between the halves that kerning left of a word in capitals ("PA RCELLA"). */
function isTracked(left: Token, right: Token, { gap, letters }: Tracking): boolean {
  if (Math.abs(gapOf(left, right) - gap) > gap * (evenness - 1) + 0.1) return false;
  if (arePieces(left, right)) return true;
  return letters > leastRun && /^\p{Lu}+$/u.test(left.text) && /^\p{Lu}+$/u.test(right.text);
}

function joinWhere(row: readonly Token[], joins: (left: Token, right: Token) => boolean): readonly Token[] {
  const joined: Token[] = [];
  let last: Token | undefined;
  for (const token of row) {
    const whole = joined[joined.length - 1];
    if (whole && last && joins(last, token)) joined[joined.length - 1] = both(whole, token);
    else joined.push(token);
    last = token;
  }
  return joined;
}

const both = (left: Token, right: Token): Token => ({
  text: left.text + right.text,
  left: left.left,
  right: right.right,
  top: Math.min(left.top, right.top),
  bottom: Math.max(left.bottom, right.bottom),
  bold: left.bold && right.bold,
  confidence: Math.min(left.confidence, right.confidence),
});

/** A run of letters on a baseline that starts at `x`, `y` (from the top left, y down) and runs `length` in direction `angle`; `size` is the font's, in the same unit. */
export type Piece = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly length: number;
  readonly size: number;
  readonly ascent: number;
  readonly descent: number;
  /** A space follows in the source: the next piece is another word, however near. */
  readonly ended?: boolean;
};

/** Cuts a run at its spaces. Where a word in the middle begins is estimated from the usual widths of letters; the ends are exact. */
export function splitAtSpaces(run: Piece): readonly Piece[] {
  const letters = [...run.text.replace(spaced, (name) => name.replaceAll(' ', wide))];
  const widths = letters.map(usualWidth);
  const unit =
    run.length /
    Math.max(
      widths.reduce((sum, width) => sum + width, 0),
      0.01,
    );
  const pieces: Piece[] = [];
  let along = 0;
  let word = { text: '', from: 0 };
  const close = (ended: boolean) => {
    const length = (along - word.from) * unit;
    if (word.text) pieces.push({ ...moved(run, word.from * unit), text: word.text, length, ended });
    word = { text: '', from: along };
  };
  for (const [index, letter] of letters.entries()) {
    if (letter === wide) along += widths[index] ?? 0;
    else if (/\s/.test(letter)) {
      close(true);
      along += widths[index] ?? 0;
      word.from = along;
    } else {
      word.text += letter;
      along += widths[index] ?? 0;
    }
  }
  close(false);
  return pieces.length > 0 || !run.text ? pieces : [{ ...run, text: '', ended: true }];
}

/** Letters printed far apart for their looks ("T H E  H A R P") are one word; nothing tells any more where its words part. */
const spaced = /(?<!\S)(?:[\p{L}&] ){4,}\p{L}(?!\S)/gu;
const wide = '\u0000';

const moved = (piece: Piece, along: number): Piece => ({
  ...piece,
  x: piece.x + along * Math.cos(piece.angle),
  y: piece.y + along * Math.sin(piece.angle),
});

/** Width of a letter in ems, about, as in most fonts without serifs. */
function usualWidth(letter: string): number {
  if (/[\s.,:;'’|!iljI]/.test(letter)) return 0.27;
  if (/[frt()[\]\-/]/.test(letter)) return 0.34;
  if (/[mwMW@%]/.test(letter)) return 0.86;
  if (/\p{Lu}/u.test(letter)) return 0.68;
  return 0.55;
}

/** Puts letters and parts of words together again where the source printed them one by one. Pieces stay in the order of the source. */
export function joinLetters(pieces: readonly Piece[]): readonly Piece[] {
  const words: Piece[] = [];
  for (const piece of pieces) {
    const last = words.at(-1);
    if (last && touches(last, piece)) {
      words[words.length - 1] = {
        ...last,
        text: last.text + piece.text,
        length: reach(last, piece) + piece.length,
        ended: piece.ended ?? false,
      };
    } else words.push(piece);
  }
  return words.filter(({ text }) => text.trim() !== '');
}

/** How far from the start of `from` along its baseline `to` begins. */
const reach = (from: Piece, to: Piece): number =>
  (to.x - from.x) * Math.cos(from.angle) + (to.y - from.y) * Math.sin(from.angle);

/** Does `next` go on where `last` ends, nearer than any space would be? */
function touches(last: Piece, next: Piece): boolean {
  if (last.ended || !next.text) return false;
  const off = (next.y - last.y) * Math.cos(last.angle) - (next.x - last.x) * Math.sin(last.angle);
  const gap = reach(last, next) - last.length;
  const alike = Math.abs(last.angle - next.angle) < 0.02 && next.size / last.size > 0.7 && next.size / last.size < 1.4;
  return alike && Math.abs(off) < last.size * 0.15 && gap < last.size * 0.12 && gap > -last.size * 0.25;
}

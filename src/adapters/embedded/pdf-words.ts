import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Word } from '../../domain/page.ts';
import { joinLetters, type Piece, splitAtSpaces } from './word-pieces.ts';

/** What pdf.js gives for one run of glyphs, as far as it is used here. */
type Item = {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
};
type Style = { readonly ascent?: number; readonly descent?: number };

/** The words of a page's text layer and the page's size in points, turned (by so many degrees, clockwise) so that most of the text runs from left to right. */
export type TextLayer = {
  readonly width: number;
  readonly height: number;
  readonly turned: number;
  readonly words: readonly Word[];
};

/** Reads the text layer of one page. An empty one gives no words. */
export async function textLayer(page: PDFPageProxy): Promise<TextLayer> {
  const content = await page.getTextContent();
  const items = content.items.filter((item) => 'str' in item);
  const styles: Readonly<Record<string, Style>> = content.styles;
  const turn = mostlyTurned(items, page.rotate);
  const { width, height, transform } = page.getViewport({ scale: 1, rotation: (page.rotate + turn) % 360 });
  const pieces = items.flatMap((item) => splitAtSpaces(place(item, styles[item.fontName], transform)));
  const words = joinLetters(pieces).map((piece) => toWord(piece, width, height));
  return { width, height, turned: turn, words: withoutCopies(words).filter(onPage) };
}

/** How far the page has to be turned, in degrees clockwise, for most of its letters to stand upright. */
function mostlyTurned(items: readonly Item[], rotation: number): number {
  const letters = new Map<number, number>();
  for (const {
    str,
    transform: [a = 1, b = 0],
  } of items) {
    const seen = (((rotation - Math.round(Math.atan2(b, a) / (Math.PI / 2)) * 90) % 360) + 360) % 360;
    letters.set(seen, (letters.get(seen) ?? 0) + str.trim().length);
  }
  const [most = 0] = [...letters].sort(([, one], [, other]) => other - one)[0] ?? [];
  return (360 - most) % 360;
}

/** The item as a piece in page points from the top left: start of its baseline, direction, size. */
function place({ str, transform: item, width }: Item, style: Style | undefined, view: readonly number[]): Piece {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item;
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view;
  const size = Math.hypot(va * c + vc * d, vb * c + vd * d);
  return {
    text: str,
    x: va * e + vc * f + ve,
    y: vb * e + vd * f + vf,
    angle: Math.atan2(vb * a + vd * b, va * a + vc * b),
    length: width,
    size,
    ascent: within(style?.ascent, 0.5, 1.1, 0.8),
    descent: within(style?.descent, -0.5, 0, -0.2),
  };
}

/** Fonts lie about their height: a value out of bounds gives way to a usual one. */
const within = (value: number | undefined, least: number, most: number, usual: number): number =>
  value !== undefined && value >= least && value <= most && value !== 0 ? value : usual;

/** The box around a piece, whatever its direction, in fractions of the page. */
function toWord({ text, x, y, angle, length, size, ascent, descent }: Piece, width: number, height: number): Word {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const corners = [-ascent * size, -descent * size].flatMap((up) =>
    [0, length].map((along) => [x + along * cos - up * sin, y + along * sin + up * cos] as const),
  );
  const xs = corners.map(([cx]) => cx);
  const ys = corners.map(([, cy]) => cy);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return {
    text,
    box: {
      left: left / width,
      top: top / height,
      width: (Math.max(...xs) - left) / width,
      height: (Math.max(...ys) - top) / height,
    },
  };
}

/** Drops a word printed twice over itself: the poor man's bold, a shadow, or an invisible layer over the visible one. */
function withoutCopies(words: readonly Word[]): readonly Word[] {
  const kept = new Map<string, Word[]>();
  return words.filter((word) => {
    const same = kept.get(word.text) ?? [];
    if (same.some((other) => overlap(other, word))) return false;
    kept.set(word.text, [...same, word]);
    return true;
  });
}

const overlap = ({ box: a }: Word, { box: b }: Word): boolean =>
  Math.abs(a.left - b.left) < Math.min(a.width, b.width) * 0.5 &&
  Math.abs(a.top - b.top) < Math.min(a.height, b.height) * 0.5;

/** What lies outside the paper is not written on it. */
const onPage = ({ box }: Word): boolean =>
  box.left > -0.01 && box.top > -0.01 && box.left + box.width < 1.01 && box.top + box.height < 1.01;

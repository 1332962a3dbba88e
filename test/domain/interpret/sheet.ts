import type { Page, Word } from '../../../src/domain/page.ts';

const [letter, line] = [6, 12];

/** A page as it is typed: every character 6 points wide, every line 12 high; "*word" is bold and a line of "---" is a page's end. */
export function sheetOf(text: string, source: Page['source'] = 'text'): readonly Page[] {
  return text
    .replace(/^\n/, '')
    .split(/^\s*---\s*$/m)
    .map((page, index) => pageOf(page.replace(/^\n/, ''), index + 1, source));
}

function pageOf(text: string, number: number, source: Page['source']): Page {
  const rows = text.split('\n');
  const width = Math.max(90, ...rows.map((row) => row.length)) * letter;
  const height = Math.max(70, rows.length) * line;
  const words = rows.flatMap((row, index) =>
    [...row.matchAll(/\S+/g)].map((match): Word => {
      const box = {
        left: (match.index * letter) / width,
        top: (index * line + 2) / height,
        width: (match[0].length * letter - 1) / width,
        height: 9 / height,
      };
      const confidence = source === 'ocr' ? { confidence: 0.93 } : {};
      return match[0].startsWith('*') && match[0].length > 1
        ? { text: match[0].slice(1), box, bold: true, ...confidence }
        : { text: match[0], box, ...confidence };
    }),
  );
  return { number, width, height, source, words };
}

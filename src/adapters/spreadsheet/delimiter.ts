import Papa from 'papaparse';

/** How the rows of a file are cut. `width` is how many cells most of them have. */
export type Cut = { readonly delimiter: string; readonly width: number };

/** The rarer in texts stands before: a tab is seldom anything else, a comma often. */
const candidates = ['\t', ';', '|', ','];

/** Lines that are tried. */
const sample = 200;

/** The sign that cuts most of these lines into the same number of cells, the more the better. One column where none does. */
export function cutOf(text: string): Cut {
  const declared = /^sep=(.)\n/i.exec(text)?.[1];
  const tried = (declared === undefined ? candidates : [declared]).map((delimiter) => tryCut(text, delimiter));
  let best = tried[0];
  for (const one of tried) if (one.score > (best?.score ?? 0) * 1.1) best = one;
  return best && best.score > 0
    ? { delimiter: best.delimiter, width: best.width }
    : { delimiter: declared ?? ',', width: 1 };
}

function tryCut(text: string, delimiter: string): Cut & { readonly score: number } {
  const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: sample });
  const rows = data.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const widths = new Map<number, number>();
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [width, count] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  if (width < 2) return { delimiter, width, score: 0 };
  // a comma that also parts fractions cuts within what another sign parts
  const alien =
    delimiter === ',' &&
    rows.filter((cells) => cells.some((cell) => /[^\s;|]+[\t;|]\S/.test(cell))).length > rows.length * 0.8;
  return { delimiter, width, score: (count / rows.length) * (1 - 1 / width) * (alien ? 0.5 : 1) };
}

/** Lines that are looked at. */
const sample = 60;

/** Characters of a cell on an average; sentences between commas are longer. */
const longestCell = 60;

/**
 * Is this text a table: lines that one sign cuts into as many cells, most of them? Two cells a line are proof only where nearly every line has them and
 * numbers stand in most. Titles above and sums below are no harm. What the cells mean is asked later.
 */
export function isTable(text: string): boolean {
  if (/^\s*[{[<]/.test(text)) return false;
  const lines = text
    .split(/\r\n|\r|\n/)
    .slice(0, sample)
    .filter((line) => line.trim() !== '');
  return [',', ';', '\t', '|'].some((sign) => isCutBy(lines, sign));
}

function isCutBy(lines: readonly string[], sign: string): boolean {
  const counts = lines.map((line) => cellsIn(line, sign));
  const columns = Math.max(...counts);
  const cells = counts.reduce((sum, count) => sum + count, 0);
  if (columns < 2 || lines.join('').length / cells > longestCell) return false;
  const usual = [...new Set(counts)].sort((a, b) => times(counts, b) - times(counts, a) || b - a)[0] ?? 1;
  const share = times(counts, usual) / lines.length;
  const numbers = lines.filter((line) => /\d/.test(line)).length / lines.length;
  if (usual === 2) return lines.length > 2 && share >= 0.8 && numbers >= 0.6;
  if (usual > 2 && lines.length > 1) return share >= 0.5 && numbers >= 0.3;
  return lines.length === 1 && columns > 3;
}

const times = (counts: readonly number[], wanted: number): number => counts.filter((count) => count === wanted).length;

/** A sign within quotes cuts nothing. */
const cellsIn = (line: string, sign: string): number => line.replace(/"[^"]*"/g, '').split(sign).length;

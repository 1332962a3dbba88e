import type { ColumnRole, TableRow } from './columns.ts';
import { isAmount } from './content.ts';
import { type Language, type Naming, namingsOf } from './header-words.ts';

/** A header: where it stands, and what each of its cells can mean, the best first. */
export type Header = {
  readonly line: number;
  readonly namings: readonly (readonly Naming[])[];
  readonly language: Language;
};

/** Rows among which the header is looked for. */
const reach = 40;

/** The row whose cells name the most roles; the first of those that do it alike. `null` when none names two. */
export function headerOf(rows: readonly TableRow[]): Header | null {
  let best: { readonly header: Header; readonly score: number } | null = null;
  for (const row of rows.slice(0, reach)) {
    const namings = row.cells.map((cell) => (/\d{3}/.test(cell) || isAmount(cell) ? [] : namingsOf(cell)));
    const score = scoreOf(namings);
    if (score > (best?.score ?? 0))
      best = { header: { line: row.line, namings, language: languageOf(namings) }, score };
  }
  return best?.header ?? null;
}

/** Roles named, those by whole headers counting double; nothing where fewer than two are, for a title may hold one word. */
function scoreOf(namings: Header['namings']): number {
  const roles = new Map<ColumnRole, number>();
  for (const [best] of namings) {
    if (best) roles.set(best.role, Math.max(roles.get(best.role) ?? 0, best.score >= 100 ? 2 : 1));
  }
  return roles.size < 2 ? 0 : [...roles.values()].reduce((sum, one) => sum + one, 0);
}

function languageOf(namings: Header['namings']): Language {
  const votes = new Map<Language, number>();
  for (const [best] of namings) {
    for (const language of best?.languages ?? [])
      votes.set(language, (votes.get(language) ?? 0) + 1 / (best?.languages.size ?? 1));
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'en';
}

/**
 * The row above the data where no word is known: texts over a column of amounts. Below it at least two rows hold amounts.
 * `null` when the first row is data already.
 */
export function wordlessHeader(rows: readonly TableRow[], amounts: number): number | null {
  const first = rows.findIndex(({ cells }) => isAmount(cells[amounts]?.trim() ?? ''));
  const above = rows[first - 1];
  if (first < 1 || !above || !/\p{L}/u.test(above.cells[amounts] ?? '')) return null;
  return above.line;
}

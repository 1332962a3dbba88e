import { amountCell } from './amount-cell.ts';
import { amountRoles, type ColumnRole, type TableRow } from './columns.ts';
import { type Content, cellsOf, contentOf } from './content.ts';
import type { Header } from './header-row.ts';

export type Roles = Map<ColumnRole, number>;

/** Which column holds what: by the header's words where the cells bear them out, and by the cells alone for what no word named. */
export function rolesOf(header: Header | null, data: readonly TableRow[]): Roles {
  const content = contentOf(data);
  const roles: Roles = new Map();
  const wishes = (header?.namings ?? []).flatMap((namings, column) =>
    namings.map(({ role, score }) => ({ column, role, score: score + borne(role, content[column]) })),
  );
  for (const { role, column } of wishes.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score))
    take(roles, role, column);
  byContent(roles, content, header === null);
  settleNet(roles, content, data);
  return roles;
}

/** Gives the column the role, unless either is taken. */
function take(roles: Roles, role: ColumnRole, column: number | undefined): void {
  if (column !== undefined && !roles.has(role) && ![...roles.values()].includes(column)) roles.set(role, column);
}

/** How far the cells speak for a role (above 0) or against it. Nothing is said of a column without cells. */
function borne(role: ColumnRole, content: Content | undefined): number {
  if (!content || content.filled === 0) return -60;
  const { filled, amounts, money, dates, currencies, texts, codes } = content;
  if (isAmountRole(role)) return amounts < (filled < 5 ? 0.3 : 0.6) ? -1000 : money * 20; // of few rows one may be odd
  if (role === 'date' || role === 'due_date') return dates > 0.5 ? 40 : amounts > 0.9 ? -20 : 0;
  if (role === 'currency') return currencies > 0.5 ? 20 : -1000;
  if (role === 'vendor') return texts > 0.5 ? 20 : -80;
  if (role === 'number') return codes > 0.5 && dates < 0.5 ? 10 : -190;
  if (role === 'tax_id' || role === 'iban') return codes > 0.3 ? 10 : -1000;
  return texts > 0.3 ? 10 : -150;
}

const isAmountRole = (role: ColumnRole): boolean => amountRoles.some((one) => one === role);

function byContent(roles: Roles, content: readonly Content[], headless: boolean): void {
  const free = (fits: (one: Content) => number): number | undefined => {
    const taken = new Set(roles.values());
    const fitting = content.map((one, column) => ({
      column,
      fit: taken.has(column) || one.filled === 0 ? 0 : fits(one),
    }));
    const [best] = fitting.filter(({ fit }) => fit > 0).sort((a, b) => b.fit - a.fit);
    return best?.column;
  };
  take(
    roles,
    'currency',
    free(({ currencies }) => (currencies > 0.9 ? currencies : 0)),
  );
  take(
    roles,
    'date',
    free(({ dates, filled }) => (dates > 0.8 ? dates + filled / 1e6 : 0)),
  );
  if (!hasAmount(roles))
    take(
      roles,
      'total',
      free(({ money, amounts, dates }) => (amounts > 0.8 && money > 0.3 && dates < 0.5 ? money : 0)),
    );
  if (!hasAmount(roles) && headless)
    take(
      roles,
      'total',
      free(({ amounts, distinct, dates }) => (amounts > 0.9 && dates < 0.5 ? distinct : 0)),
    );
  if (!headless) return;
  take(
    roles,
    'vendor',
    free(({ texts, codes, distinct }) => (texts > 0.8 ? texts - codes / 2 + Math.min(distinct, 0.5) : 0)),
  );
  take(
    roles,
    'number',
    free(({ codes, distinct, money, dates }) =>
      codes > 0.8 && distinct > 0.7 && money < 0.2 && dates < 0.2 ? distinct : 0,
    ),
  );
  take(
    roles,
    'description',
    free(({ texts, distinct }) => (texts > 0.6 && distinct > 0.05 ? distinct : 0)),
  );
}

const hasAmount = (roles: Roles): boolean => isAmountRoles.some((role) => roles.has(role));
const isAmountRoles: readonly ColumnRole[] = ['total', 'net'];

/** A column that together with the tax makes the total is the net, whatever it is called (“Amount”, “Value”). */
function settleNet(roles: Roles, content: readonly Content[], data: readonly TableRow[]): void {
  const [tax, total] = [roles.get('tax'), roles.get('total')];
  if (tax === undefined || total === undefined || roles.has('net')) return;
  const taken = new Set(roles.values());
  const sums = (column: number) => {
    const rows = data.filter(({ cells }) => (cells[column] ?? '').trim() !== '' && (cells[total] ?? '').trim() !== '');
    const right = rows.filter(
      ({ cells }) => Math.abs(worth(cells[column]) + worth(cells[tax]) - worth(cells[total])) < 0.011,
    );
    return rows.length > 0 && right.length / rows.length > 0.8;
  };
  take(
    roles,
    'net',
    content.findIndex(({ amounts }, column) => amounts > 0.8 && !taken.has(column) && sums(column)),
  );
  if (roles.get('net') === -1) roles.delete('net');
}

/** Good enough to see whether sums agree; what is booked is never a float. */
const worth = (cell = ''): number => Number(amountCell(cell.trim(), '.')?.decimal ?? 0);

/** Cells of all the columns that hold one of these roles. */
export const cellsIn = (roles: Roles, wanted: readonly ColumnRole[], data: readonly TableRow[]): readonly string[] =>
  wanted.flatMap((role) => {
    const column = roles.get(role);
    return column === undefined ? [] : cellsOf(data, column);
  });

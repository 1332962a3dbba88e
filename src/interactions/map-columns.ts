import { z } from 'zod';
import { Fault } from '../domain/fault.ts';
import { type ColumnRole, columnRoles, ImportRef, type Mapping, missingIn } from '../domain/import/columns.ts';
import { CurrencyCode, Day } from '../domain/invoice.ts';
import type { Form, Question } from '../domain/reply.ts';
import { modal } from '../engine/interaction.ts';
import type { Import } from '../ports/imports.ts';
import { dateWords, roleWords } from '../workflows/import-message.ts';
import { tellImport } from '../workflows/offer-import.ts';
import { importControls } from './import-controls.ts';

const unused = 'none';
const orders = ['dmy', 'mdy', 'ymd', 'ydm'] as const;

/** Slack's modals have room for 100 blocks. */
const mostColumns = 80;

const Answers = z
  .object({
    dates: z.enum(orders),
    decimal: z.enum(['.', ',']),
    currency: CurrencyCode.optional(),
    date: Day.optional(),
  })
  .catchall(z.enum([unused, ...columnRoles]).optional());

/** Takes what each column holds; files of this layout are read so from then on. */
export const mapColumns = modal({
  name: 'map-columns',
  needs: 'import.load',
  title: 'Columns',
  submitLabel: 'Save',
  given: Answers,

  async run({ dates, decimal, currency, date, ...named }, { carries, grant, ports }) {
    const carried = ImportRef.safeParse({ import: carries });
    const one = carried.success ? await ports.store.imports.any(BigInt(carried.data.import)) : null;
    if (one === null) throw new Fault('missing', 'That form is from an older Penny. Share the file again.');
    const columns = widthOf(one).map((at) => roleOf(named[`c${at}`]));
    const common = { dates, decimal, currency: currency ?? null, date: date ?? null };
    const mapping: Mapping = { columns, header: one.mapping?.header ?? 1, ...common };
    const errors = mistakes(mapping);
    if (errors !== null) return { kind: 'mend', errors };
    const changed = await ports.store.imports.remap(one.id, mapping, grant);
    await tellImport(changed, ports, importControls);
    return { kind: 'quiet' };
  },
});

const roleOf = (answer: unknown): ColumnRole | null => columnRoles.find((role) => role === answer) ?? null;

const widthOf = ({ preview }: Import): readonly number[] =>
  Array.from(
    { length: Math.min(mostColumns, Math.max(preview.header.length, ...preview.samples.map((row) => row.length))) },
    (_, at) => at,
  );

const sayWhich = {
  vendor: ['c0', 'Say which column holds the vendor.'],
  total: ['c0', 'Say which column holds the total, or the net amount.'],
  date: ['date', 'No column holds the date: give the one of all rows.'],
  currency: ['currency', 'No column holds the currency: give the one of all rows.'],
} as const;

function mistakes(mapping: Mapping): Record<string, string> | null {
  const { columns } = mapping;
  const twice = columns.findIndex((role, at) => role !== null && columns.indexOf(role) !== at);
  const role = columns[twice] ?? null;
  if (role !== null)
    return { [`c${twice}`]: `${roleWords[role]} is in another column already. Choose one of the two.` };
  const missing = missingIn(mapping).map((what) => sayWhich[what]);
  return missing.length === 0 ? null : Object.fromEntries(missing.toReversed());
}

/** The form, filled with how the table is read now. */
export function columnsForm(one: Import): Form {
  const { mapping, preview } = one;
  const columns = widthOf(one).map((at): Question => {
    const samples = preview.samples.map((row) => row[at] ?? '').filter((text) => text !== '');
    return {
      ask: 'choice',
      name: `c${at}`,
      label: preview.header[at]?.trim() || `Column ${at + 1}`,
      hint:
        samples.length > 0
          ? `For example: ${samples.map((text) => text.slice(0, 60)).join(' · ')}`
          : 'Empty in the first rows.',
      options: [[unused, 'Not used'], ...columnRoles.map((role) => [role, roleWords[role]] as const)],
      initial: mapping?.columns[at] ?? unused,
    };
  });
  return mapColumns.draw(
    [
      ...columns,
      {
        ask: 'choice',
        name: 'dates',
        label: 'How dates are written',
        options: orders.map((order) => [order, dateWords[order]] as const),
        initial: mapping?.dates ?? 'dmy',
      },
      {
        ask: 'choice',
        name: 'decimal',
        label: 'Decimal sign',
        options: [
          ['.', 'Point: 1,234.50'],
          [',', 'Comma: 1.234,50'],
        ],
        initial: mapping?.decimal ?? '.',
      },
      {
        ask: 'day',
        name: 'date',
        label: 'Date of rows that give none',
        optional: true,
        ...(mapping?.date ? { initial: mapping.date } : {}),
      },
      {
        ask: 'words',
        name: 'currency',
        label: 'Currency of rows that name none',
        optional: true,
        placeholder: 'EUR',
        ...(mapping?.currency ? { initial: mapping.currency } : {}),
      },
    ],
    { carries: String(one.id) },
  );
}

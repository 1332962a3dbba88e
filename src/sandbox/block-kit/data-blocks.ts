import { z } from 'zod';
import { RichText } from './rich-text.ts';
import { Id, limited } from './text.ts';

/** Tables and charts. */
const Raw = z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) });
const RawNumber = z.strictObject({
  type: z.literal('raw_number'),
  value: z.number(),
  text: z.string().min(1).optional(),
});
const Cell = z.discriminatedUnion('type', [Raw, RawNumber, RichText]);
const HeaderCell = z.discriminatedUnion('type', [Raw, RawNumber]);
const Column = z.strictObject({
  align: z.enum(['left', 'center', 'right']).optional(),
  is_wrapped: z.boolean().optional(),
});

export const Table = z.strictObject({
  type: z.literal('table'),
  block_id: Id.optional(),
  rows: z.array(z.array(Cell).min(1).max(20)).min(1).max(100),
  column_settings: z.array(Column.nullable()).max(20).optional(),
});

/** A header and up to 200 rows below it. */
export const DataTable = z.strictObject({
  type: z.literal('data_table'),
  block_id: Id.optional(),
  caption: limited(2000),
  rows: z
    .tuple([z.array(HeaderCell).min(1).max(20)], z.array(Cell).min(1).max(20))
    .refine((rows) => rows.length <= 201, 'no more than 201 items allowed'),
  page_size: z.number().int().min(1).max(100).optional(),
  row_header_column_index: z.number().int().min(0).max(19).optional(),
});

const Segment = z.strictObject({ label: limited(20), value: z.number().gt(0) });
const Point = z.strictObject({ label: limited(20), value: z.number() });
const Series = z.strictObject({ name: limited(20), data: z.array(Point).min(1).max(20) });
const Axis = z.strictObject({
  categories: z.array(limited(20)).min(1).max(20),
  x_label: limited(50).optional(),
  y_label: limited(50).optional(),
});

const plotted = <T extends string>(type: T) =>
  z
    .strictObject({ type: z.literal(type), series: z.array(Series).min(1).max(12), axis_config: Axis })
    .refine(
      ({ series }) => new Set(series.map(({ name }) => name)).size === series.length,
      'series names must be unique',
    )
    .refine(
      ({ series, axis_config: { categories } }) =>
        series.every(({ data }) => categoriesOf(data) === JSON.stringify(categories.toSorted())),
      'each series needs one point for every category',
    );

function categoriesOf(data: readonly { readonly label: string }[]): string {
  return JSON.stringify(data.map(({ label }) => label).sort());
}

export const Chart = z.strictObject({
  type: z.literal('data_visualization'),
  block_id: Id.optional(),
  title: limited(50),
  chart: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('pie'), segments: z.array(Segment).min(1).max(12) }),
    plotted('bar'),
    plotted('line'),
    plotted('area'),
  ]),
});

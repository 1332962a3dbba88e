import { Readable } from 'node:stream';
import { numberKey, vendorKey } from '../../src/domain/vendor.ts';
import { stagedColumns } from '../../src/ports/spreadsheets.ts';

type Cells = Partial<Record<(typeof stagedColumns)[number], string>>;

/** Prepared rows as the spreadsheet's reader hands them over; what a row does not say is null, lines count from 2. */
export function copyText(rows: readonly Cells[]): Readable {
  const texts = rows.map((cells, at) => {
    const whole: Cells = {
      line: String(at + 2),
      raw: JSON.stringify(Object.values(cells)),
      ...(cells.vendor ? { vendor_key: vendorKey(cells.vendor) } : {}),
      ...(cells.number ? { number_key: numberKey(cells.number) ?? '' } : {}),
      ...cells,
    };
    return `${stagedColumns.map((name) => escaped(whole[name])).join('\t')}\n`;
  });
  return Readable.from(texts.map((text) => Buffer.from(text)));
}

const escaped = (cell: string | undefined): string =>
  cell === undefined
    ? '\\N'
    : cell.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r');

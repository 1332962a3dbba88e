import { bills } from '../../test/support/bills/all.ts';
import { invoicePdf } from '../../test/support/bills/invoice-pdf.ts';

/** An invoice with a text layer, another one for each number: no two have the same bytes, number or total. */
export async function billNumber(number: number): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { english } = bills;
  const extra = { what: 'Traffic beyond the plan', quantity: 1, price: 1_000 + 37 * number };
  const bytes = await invoicePdf({
    ...english,
    number: `KCH-2026-${10_000 + number}`,
    lines: [...english.lines, extra],
  });
  return { name: `bill-${number}.pdf`, bytes };
}

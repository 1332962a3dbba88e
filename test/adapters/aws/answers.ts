/** Answers in the shape of Textract's, made up here. Confidence counts to 100, boxes are fractions of the page. */
type Told = { label?: string; page?: number; confidence?: number; type?: number; currency?: string; groups?: string[] };

let row = 0;
const geometry = (left: number) => {
  row = (row + 1) % 45;
  return { BoundingBox: { Left: left, Top: 0.02 + row * 0.02, Width: 0.3, Height: 0.015 } };
};

export function field(type: string, text: string, told: Told = {}) {
  const { label, page = 1, confidence = 99, currency, groups } = told;
  return {
    Type: { Text: type, Confidence: told.type ?? 99.5 },
    ...(label && { LabelDetection: { Text: label, Confidence: 99, Geometry: geometry(0.1) } }),
    ValueDetection: { Text: text, Confidence: confidence, Geometry: geometry(0.6) },
    PageNumber: page,
    ...(currency && { Currency: { Code: currency, Confidence: 99 } }),
    ...(groups && { GroupProperties: [{ Id: 'g', Types: groups }] }),
  };
}
export type Told1 = ReturnType<typeof field>;

export const line = (...fields: readonly Told1[]) => ({ LineItemExpenseFields: fields });

export const paper = (fields: readonly Told1[], lines: readonly ReturnType<typeof line>[] = [], index = 1) => ({
  ExpenseIndex: index,
  SummaryFields: fields,
  LineItemGroups: lines.length > 0 ? [{ LineItemGroupIndex: 1, LineItems: lines }] : [],
});

export const answer = (...papers: readonly ReturnType<typeof paper>[]) => ({
  DocumentMetadata: { Pages: 1 },
  ExpenseDocuments: papers,
});

/** A plain invoice that leaves nothing in doubt. */
export const plainPaper = (number = 'RE-2041', page = 1) =>
  paper([
    field('VENDOR_NAME', 'Hollander Glas GmbH', { page }),
    field('INVOICE_RECEIPT_ID', number, { label: 'Rechnungsnummer', page }),
    field('INVOICE_RECEIPT_DATE', '14.02.2026', { label: 'Rechnungsdatum', page }),
    field('SUBTOTAL', '1.000,00', { label: 'Netto', page, currency: 'EUR' }),
    field('TAX', '190,00', { label: '19 % USt', page, currency: 'EUR' }),
    field('TOTAL', '1.190,00 €', { label: 'Gesamtbetrag', page, currency: 'EUR' }),
  ]);

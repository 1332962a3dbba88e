import type { Invoice } from '../../src/domain/invoice.ts';
import type { InvoiceReading } from '../../src/domain/reading.ts';
import { bookReading } from '../../src/workflows/book-reading.ts';
import { control, type Desk, form } from './chat.ts';
import { seated } from './people.ts';

export const account = 'DE02120300000000202051';

type Paper = {
  readonly vendor?: string;
  readonly iban?: string | null;
  readonly total?: bigint;
  readonly currency?: string;
  readonly kind?: InvoiceReading['kind'];
  /** How sure the number is. */
  readonly number?: number;
};

/** Papers as they come in once a reader has seen them, and what Ben does with them. Sure in all fields unless said otherwise. */
export async function readPapers(desk: Desk) {
  const { store } = desk.ports;
  const cleo = await seated(store, 'UCLEO', 'operator');
  let n = 0;
  const arrives = async (paper: Paper = {}): Promise<Invoice> => {
    n += 1;
    const sha256 = n.toString(16).padStart(64, 'c');
    const { document } = await store.documents.document({ sha256, size: 1, type: 'application/pdf', name: 'a.pdf' });
    const from = { documentId: document.id, source: 'slack_file' } as const;
    return store.transaction((tx) => bookReading(readingOf(paper, n), from, cleo.may('document.share'), tx));
  };
  const presses = async (id: bigint, label: string, as: 'ada' | 'ben' | 'cleo' = 'ben') =>
    desk.press(control(await desk.chat(`/invoice show ${id}`, as), label), as);
  const corrects = async (id: bigint, answers: Readonly<Record<string, string>>) => {
    const opened = form(await presses(id, 'Correct'));
    const filled = opened.questions.flatMap((one) => (one.initial ? [[one.name, one.initial] as const] : []));
    return desk.submit(opened, { ...Object.fromEntries(filled), ...answers }, 'ben');
  };
  /** So many papers, each confirmed as it was read; the last confirmation is answered. */
  const earns = async (paper: Paper = {}, times = 10) => {
    const replies = [];
    for (let i = 0; i < times; i += 1) replies.push(await presses((await arrives(paper)).id, 'Confirm'));
    return replies;
  };
  const now = (id: bigint) => store.ledger.any(id);
  return { arrives, presses, corrects, earns, now };
}

function readingOf(
  { vendor = 'Leith Water', iban = account, total, currency = 'EUR', kind = 'invoice', number = 0.99 }: Paper,
  n: number,
): InvoiceReading {
  const sure = <T>(value: T) => ({ value, confidence: 0.97 });
  return {
    kind,
    pageFrom: 1,
    pageTo: 1,
    fields: {
      vendor: sure(vendor),
      ...(iban !== null && { iban: sure(iban) }),
      invoice_number: { value: `P-${n}`, confidence: number },
      date: sure('2026-03-04'),
      currency: sure(currency),
      total: sure(total ?? 40_000n + BigInt(n)),
    },
    lines: [],
    checks: [],
  };
}

import { Fault } from '../domain/fault.ts';
import { withPrint } from '../domain/interpret/print-check.ts';
import type { InvoiceReading, Reading } from '../domain/reading.ts';
import type { Ports } from '../engine/ports.ts';
import type { DocumentReader, StoredFile } from '../ports/document-reader.ts';
import type { Document } from '../ports/documents.ts';
import { contextOf, understandReading } from './understand-reading.ts';

export type Understood = { readonly found: readonly InvoiceReading[]; readonly isExact: boolean };

/** Reads a stored file, keeps the reading, and finds the invoices in it. `unlike` is a reader whose word is known: another one is asked first, where there is one. */
export async function readDocument(
  document: Document,
  ports: Ports,
  signal: AbortSignal,
  unlike: string | null = null,
): Promise<Understood> {
  return ports.objects.lend(document.sha256, async (path) => {
    const file = { ...document, path };
    const started = performance.now();
    const reading = await readWith(ports.readers, file, signal, unlike);
    await ports.store.documents.keepReading(document.id, reading, Math.round(performance.now() - started));
    const found = await understandReading(reading, ports, signal);
    const isExact = reading.kind === 'exact';
    return { found: isExact ? await comparedWithPrint(found, file, ports, signal) : found, isExact };
  });
}

/** Where an e-invoice says something else than its page, the page is read too, by the reader that costs least: a person then sees both values. */
async function comparedWithPrint(
  found: readonly InvoiceReading[],
  file: StoredFile,
  ports: Ports,
  signal: AbortSignal,
): Promise<readonly InvoiceReading[]> {
  if (!found.some(({ checks }) => checks.some(({ name, ok }) => name === 'print' && !ok))) return found;
  const [reader] = wanting(ports.readers, file).reverse();
  const print = await reader?.read(file, signal).catch((error: unknown) => {
    if (error instanceof Fault && error.code === 'invalid') return null; // the page cannot be read: the check says what is known
    throw error;
  });
  if (!print || print.kind === 'exact') return found;
  const printed = await ports.interpret(print, contextOf(ports), signal);
  return found.map((invoice, index) => withPrint(invoice, printed[index] ?? null));
}

/** The readers that claim the file, the highest claim first. */
const wanting = (readers: readonly DocumentReader[], file: StoredFile): DocumentReader[] =>
  readers
    .map((reader) => ({ reader, claim: reader.claim(file) }))
    .filter((entry): entry is { reader: DocumentReader; claim: number } => entry.claim !== null)
    .sort((a, b) => b.claim - a.claim)
    .map(({ reader }) => reader);

/**
 * Asks the readers that claim the file, the highest claim first and `unlike` last, until one does not pass it on.
 * Throws what that reader throws; `Fault('invalid')` when nobody wants the file.
 */
export async function readWith(
  readers: readonly DocumentReader[],
  file: StoredFile,
  signal: AbortSignal,
  unlike: string | null = null,
): Promise<Reading> {
  const asked = wanting(readers, file).sort((a, b) => Number(a.name === unlike) - Number(b.name === unlike));
  for (const reader of asked) {
    signal.throwIfAborted();
    const reading = await reader.read(file, signal);
    if (reading !== null) return reading;
  }
  throw new Fault(
    'invalid',
    'Penny found no invoice in this file. Share it as PDF or as a picture, or add it by hand.',
  );
}

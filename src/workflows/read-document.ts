import { Fault } from '../domain/fault.ts';
import type { Reading } from '../domain/reading.ts';
import type { DocumentReader, StoredFile } from '../ports/document-reader.ts';

/**
 * Asks the readers that claim the file, the highest claim first, until one does not pass it on.
 * Throws what that reader throws; `Fault('invalid')` when nobody wants the file.
 */
export async function readWith(
  readers: readonly DocumentReader[],
  file: StoredFile,
  signal: AbortSignal,
): Promise<Reading> {
  const claims = readers
    .map((reader) => ({ reader, claim: reader.claim(file) }))
    .filter((entry): entry is { reader: DocumentReader; claim: number } => entry.claim !== null)
    .sort((a, b) => b.claim - a.claim);
  for (const { reader } of claims) {
    signal.throwIfAborted();
    const reading = await reader.read(file, signal);
    if (reading !== null) return reading;
  }
  throw new Fault(
    'invalid',
    'Penny found no invoice in this file. Share it as PDF or as a picture, or add it by hand.',
  );
}

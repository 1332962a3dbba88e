import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { startChildren } from '../../src/adapters/children/children.ts';
import { einvoiceParsers, einvoiceReader } from '../../src/adapters/einvoice/reader.ts';
import { embeddedParsers, embeddedReader } from '../../src/adapters/embedded/reader.ts';
import { sniffFile } from '../../src/adapters/sniff/sniff.ts';
import type { Reading } from '../../src/domain/reading.ts';
import { readWith } from '../../src/workflows/read-document.ts';
import type { Bench } from './harness.ts';

/** Penny's readers with their child processes, as `wire` makes them. */
export type Readers = (path: string) => Promise<Reading>;

export function openReaders(bench: Bench): Readers {
  const children = startChildren({ load: [embeddedParsers, einvoiceParsers] });
  bench.later(() => children.stop());
  const readers = [einvoiceReader(children.run), embeddedReader(children.run)];
  return async (path) => readWith(readers, await stored(path), new AbortController().signal);
}

/** A file as Penny knows it once it is stored. */
async function stored(path: string) {
  const bytes = await readFile(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, name: basename(path), size: bytes.length, sha256, type: await sniffFile(path) };
}

/** One of the sample bills. */
export const sample = (name: string): string => join(import.meta.dirname, '../../test/bills', name);

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredFile } from '../../src/ports/document-reader.ts';

/** A CSV of so many invoices of four thousand vendors. `name` begins their numbers, and tells the files apart. */
export async function csvOf(rows: number, folder: string, name: string): Promise<StoredFile> {
  const path = join(folder, 'spend.csv');
  const out = createWriteStream(path);
  out.write('Supplier,Invoice no,Invoice date,Due date,Net,VAT,Gross,Currency,Category,Text\n');
  for (let from = 0; from < rows; from += 1_000) {
    const lines = Array.from({ length: Math.min(1_000, rows - from) }, (_, at) => line(from + at, name));
    if (!out.write(lines.join(''))) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  const { size } = await stat(path);
  const sha256 = Buffer.from(name.padEnd(32)).toString('hex').slice(0, 64);
  return { path, name: 'spend.csv', size, sha256, type: 'text/csv' };
}

function line(at: number, name: string): string {
  const net = 1_000 + ((at * 7_919) % 900_000);
  const tax = Math.round(net / 5);
  const day = new Date(Date.UTC(2024, 0, 1 + (at % 700))).toISOString().slice(0, 10);
  const vendor = `"Vendor ${(at * at) % 4_000}, Ltd."`;
  return `${vendor},${name}-${at},${day},${day},${cents(net)},${cents(tax)},${cents(net + tax)},EUR,Travel,Delivery ${at % 90}\n`;
}

const cents = (minor: number): string => (minor / 100).toFixed(2);

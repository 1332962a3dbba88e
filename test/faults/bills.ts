import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** As many different e-invoices as wanted, each of a vendor of its own, so that none looks like another. */
export async function bill(number: number): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const sample = await readFile(join(import.meta.dirname, '../bills/groene-kas-ubl.xml'), 'utf8');
  const one = sample
    .replace('26-00391', `26-9${number}`)
    .replace('De Groene Kas B.V.', `Kwekerij ${letters(number)} B.V.`)
    .replace(/<cac:PartyTaxScheme>.*?<\/cac:PartyTaxScheme>/, '');
  return { name: `bill-${number}.xml`, bytes: Buffer.from(one) };
}

/** A name without digits: 27 is "Bbb". */
const letters = (number: number): string => {
  const word = [...number.toString(26)].map((digit) => 'abcdefghijklmnopqrstuvwxyz'[Number.parseInt(digit, 26)]);
  return `${word.join('').toUpperCase()}${word.join('')}sen`;
};

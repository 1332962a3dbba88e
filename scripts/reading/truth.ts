import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const Text = z.string().nullish();
const Item = z.object({ total: Text, amount: Text });

/** What is known to stand on a document; a field that is null or missing is not asked. */
export const Truth = z.object({
  file: z.string(),
  vendor: Text,
  vendor_alt: z.array(z.string()).nullish(),
  invoice_number: Text,
  date: Text,
  due_date: Text,
  currency: Text,
  net: Text,
  total: Text,
  tax: Text,
  line_items: z.array(Item).nullish(),
});
export type Truth = z.infer<typeof Truth>;

/** The truths of a folder: the lines of its truth.jsonl, or, without one, a NAME.json beside each document. */
export async function truthsOf(folder: string): Promise<readonly Truth[]> {
  const names = await readdir(folder);
  if (names.includes('truth.jsonl')) {
    const lines = (await readFile(join(folder, 'truth.jsonl'), 'utf8'))
      .split('\n')
      .filter((line) => line.trim() !== '');
    return lines
      .map((line) => JSON.parse(line))
      .filter((line) => line.kind !== 'bulk table')
      .map((line) => Truth.parse(line));
  }
  const documents = names.filter((name) => !name.endsWith('.json') && names.includes(beside(name)));
  return Promise.all(
    documents.sort().map(async (file) => {
      const truth = JSON.parse(await readFile(join(folder, beside(file)), 'utf8'));
      return Truth.parse({ ...truth, file });
    }),
  );
}

const beside = (name: string): string => name.replace(/\.[^.]+$/, '.json');

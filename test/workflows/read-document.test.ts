import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/domain/reading.ts';
import type { DocumentReader } from '../../src/ports/document-reader.ts';
import { readWith } from '../../src/workflows/read-document.ts';

const file = { path: '/x', name: 'x.pdf', size: 1, type: 'application/pdf', sha256: 'a' } as const;
const signal = new AbortController().signal;
const reader = (name: string, claim: number | null, found = true): DocumentReader => ({
  name,
  claim: () => claim,
  read: async (): Promise<Reading | null> => (found ? { kind: 'pages', reader: name, pages: [] } : null),
});

describe('readWith', () => {
  it.each<[string, readonly DocumentReader[], string]>([
    ['asks the highest claim first', [reader('low', 10), reader('high', 90)], 'high'],
    ['goes on when a reader passes the file on', [reader('low', 10), reader('high', 90, false)], 'low'],
    ['leaves out who declines', [reader('low', 10), reader('none', null)], 'low'],
  ])('%s', async (_, readers, name) => {
    expect((await readWith(readers, file, signal)).reader).toBe(name);
  });

  it('says so when nobody wants the file', async () => {
    await expect(readWith([reader('none', null), reader('passes', 5, false)], file, signal)).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('stops when told to', async () => {
    await expect(readWith([reader('low', 10)], file, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
  });
});

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Printed } from '../../src/domain/interpret/printed.ts';

const run = promisify(execFile);
const read = async (...args: readonly string[]) => (await run(process.execPath, ['scripts/read.ts', ...args])).stdout;

describe('npm run read', () => {
  it('prints a JSON line for each document, and a sentence for each that cannot be read', async () => {
    const lines = (
      await read(
        'test/bills/kestrel-hosting.pdf',
        'test/bills/kestrel-credit-note.pdf',
        'test/bills/empty.pdf',
        'no-such-file.pdf',
      )
    )
      .trim()
      .split('\n')
      .map((line): Printed => JSON.parse(line));

    expect(lines.map(({ total, kind }) => [total, kind])).toEqual([
      ['695.75', 'invoice'],
      ['295.24', 'credit_note'],
      [null, null],
      [null, null],
    ]);
    expect(lines[0]).toMatchObject({
      page_from: 1,
      page_to: 1,
      reader: 'embedded',
      date: '2026-03-02',
      net: '575.00',
      tax: '120.75',
      currency: 'EUR',
      error: null,
    });
    expect(lines[0]?.sure).toContain('total');
    expect(lines[0]?.line_items[0]).toMatchObject({ quantity: '2', unit_price: '149.00', total: '298.00' });
    expect(lines[2]?.error).toMatch(/\.$/);
    expect(lines[3]?.error).toBe('There is no such file; look at its name and folder.');
  });

  it('explains itself', async () => {
    expect(await read('--help')).toContain('npm run --silent read -- FILE...');
  });
});

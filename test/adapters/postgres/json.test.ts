import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clean, toJson } from '../../../src/adapters/postgres/json.ts';
import { sql } from '../../../src/engine/sql.ts';
import { testDatabase } from '../../support/database.ts';

const { database } = await testDatabase();

test('big numbers become text, nothing becomes null', () => {
  expect(toJson({ a: 2n ** 60n, b: [1n], c: undefined })).toBe('{"a":"1152921504606846976","b":["1"]}');
  expect(toJson(undefined)).toBe('null');
});

test('whatever text there is, Postgres takes it', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 20 });
  const part = fc.oneof(text, fc.constantFrom('\0', '\ud800', '\udc00', '\\u0000', '\\'));
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 5 }), async (parts) => {
      const value = parts.join('');
      const [row] = await database.query(
        sql`select ${toJson({ [`k${value}`]: value })}::jsonb as json, ${value}::text as text`,
      );
      expect(row).toEqual({ json: { [clean(`k${value}`)]: clean(value) }, text: clean(value) });
    }),
    { numRuns: 200 },
  );
});

import { expect, test } from 'vitest';
import { z } from 'zod';
import { openDatabase } from '../../../src/adapters/postgres/database.ts';
import { postgresRows } from '../../../src/adapters/postgres/rows.ts';
import { sql } from '../../../src/engine/sql.ts';
import { testDatabase } from '../../support/database.ts';
import { silent } from '../../support/silent.ts';

const { rows, database, ownerUrl } = await testDatabase();

test('rows come parsed, each value exact', async () => {
  const row = z.object({ big: z.bigint(), day: z.iso.date(), exact: z.string(), at: z.date(), text: z.string() });
  const query = sql`select 9007199254740993::bigint as big, '2026-02-28'::date as day, 1.10::numeric as exact, timestamptz '2026-01-01 00:00Z' as at, ${'a'} as text`;

  expect(await rows.read(query, row)).toEqual([
    { big: 9_007_199_254_740_993n, day: '2026-02-28', exact: '1.10', at: new Date('2026-01-01T00:00:00Z'), text: 'a' },
  ]);
  await expect(rows.read(sql`select 1 as x`, row)).rejects.toThrow(z.ZodError);
});

test('the role of reports may not write, nor may a report with the rights of the owner', async () => {
  const owner = openDatabase({ url: ownerUrl, log: silent });
  const write = sql`update category set name = name || 'x' returning id`;

  await expect(rows.read(write, z.unknown())).rejects.toMatchObject({
    code: expect.stringMatching(/42501|25006|unavailable/),
  });
  await expect(postgresRows(owner).read(write, z.unknown())).rejects.toThrow();

  await owner.close();
  expect(await database.query(sql`select 1 from category where name like '%x'`)).toEqual([]);
});

test('a report that takes too long is ended, with a sentence', async () => {
  const hasty = postgresRows(database, 1);

  await expect(hasty.read(sql`select pg_sleep(30)::text as x`, z.unknown())).rejects.toMatchObject({
    code: 'unavailable',
    message: "Penny's database is busy just now. Try again in a minute.",
  });
});

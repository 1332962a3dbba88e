import { expect, test } from 'vitest';
import { sql } from '../../src/engine/sql.ts';

test('what is put in is bound, never written into the text', () => {
  const evil = "'; drop table invoice; --";
  expect(sql`select * from invoice where vendor = ${evil} and id = ${7n}`).toEqual({
    text: 'select * from invoice where vendor = $1 and id = $2',
    values: [evil, 7n],
  });
});

test('a query inside a query keeps its values in order', () => {
  const filter = sql`and currency = ${'EUR'} and state = any(${['booked']})`;
  expect(sql`select ${1} from invoice where id > ${2} ${filter} limit ${3}`).toEqual({
    text: 'select $1 from invoice where id > $2 and currency = $3 and state = any($4) limit $5',
    values: [1, 2, 'EUR', ['booked'], 3],
  });
});

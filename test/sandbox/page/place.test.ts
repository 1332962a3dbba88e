import { expect, test } from 'vitest';
import { readPlace, writePlace } from '../../../src/sandbox/page/place.ts';

test('a place survives the address bar', () => {
  const place = { as: 'U0ANA00001', at: 'C0INVOICE1', thread: '1796083200.000100' };

  expect(readPlace(writePlace(place))).toEqual(place);
  expect(readPlace(writePlace({ as: 'U0ANA00001', at: null, thread: null }))).toEqual({
    as: 'U0ANA00001',
    at: null,
    thread: null,
  });
});

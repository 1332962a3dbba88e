import { expect, test } from 'vitest';
import { roundAbove } from '../../src/domain/vendor-trust.ts';

test.each([
  [41_233n, 'EUR', 50_000n],
  [50_000n, 'EUR', 100_000n],
  [99n, 'EUR', 100n],
  [0n, 'EUR', 100n],
  [-5n, 'EUR', 100n],
  [123n, 'JPY', 200n],
  [1_500_000n, 'KWD', 2_000_000n],
])('above %i %s it is %i', (minor, currency, round) => {
  expect(roundAbove({ minor, currency })).toEqual({ minor: round, currency });
});

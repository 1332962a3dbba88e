import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that is the same for the same seed. `next` gives at least 0 and less than 1. */
export type Chance = { next(): number };

export function chanceOf(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  return { next: () => (generator.next() >>> 0) / 2 ** 32 };
}

/** Picks an index as often as its weight says, from a number of 0 to 1. */
export function weighted(weights: readonly number[]): (at: number) => number {
  const ends = new Float64Array(weights.length);
  let total = 0;
  weights.forEach((weight, i) => {
    total += weight;
    ends[i] = total;
  });
  return (at) => {
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at * total < (ends[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** Spread evenly: the shares hold for the first few as well as for thousands. */
export const evenly = (place: number): number => (place * 0.618033988749895) % 1;

/** About a bell of middle 0 and width 1, from three throws: enough for amounts and habits. */
export const bell = (chance: Chance): number => (chance.next() + chance.next() + chance.next() - 1.5) * 2;

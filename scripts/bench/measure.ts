import type { Samples } from './figures.ts';

/** How long it took, in milliseconds, and what came of it. */
export async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly result: T }> {
  const started = performance.now();
  const result = await work();
  return { ms: performance.now() - started, result };
}

/**
 * Times the contenders in turns, each round beginning with another one, so that whatever else the machine does hits all alike.
 * The rounds of `warmup` do not count.
 */
export async function alternately<Name extends string>(
  rounds: number,
  contenders: Readonly<Record<Name, () => Promise<unknown>>>,
  warmup = 1,
): Promise<Readonly<Record<Name, Samples>>> {
  const names = Object.keys(contenders) as Name[]; // an object's keys are those of its type
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -warmup; round < rounds; round += 1) {
    const first = (round + warmup) % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const { ms } = await timed(contenders[name]);
      if (round >= 0) samples[name].push(ms);
    }
  }
  return samples;
}

/** The work for each of the items, in their order, never more than `most` under way. */
export async function abreast<T>(
  most: number,
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const left = items.values();
  const lane = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: most }, lane));
}

/** Where gridlines stand, and the ends of the axis. */
export type Ticks = { readonly stops: readonly number[]; readonly domain: readonly [number, number] };

/**
 * Two to four round steps with zero among them. The axis ends at the largest amount, or at the next line where that is near, so that no room stays empty above.
 * Whole numbers in, whole numbers out.
 */
export function ticks(amounts: readonly number[]): Ticks {
  const low = Math.min(0, ...amounts);
  const high = Math.max(0, ...amounts);
  if (low === high) return { stops: [0], domain: [0, 1] };
  const step = roundStep((high - low) / 4);
  const first = 0 - steps(-low, step);
  const count = steps(high, step) - first + 1;
  const stops = Array.from({ length: count }, (_, i) => (first + i) * step);
  return { stops, domain: [Math.min(low, first * step), Math.max(high, (first + count - 1) * step)] };
}

/** How many steps an amount is away from zero; most of a step is one. */
const steps = (amount: number, step: number): number => Math.floor(amount / step + 0.45);

/** The next of 1, 2, 2.5, 5 times a power of ten; whole. */
function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(raw, 1)));
  const factors = power >= 10 ? [1, 2, 2.5, 5, 10] : [1, 2, 5, 10];
  return (factors.find((factor) => factor * power >= raw) ?? 10) * power;
}

/** The amount, or the least that can still be seen of it beside a much larger one: what is there must not look like nothing. */
export function visible(amount: number, [low, high]: Ticks['domain']): number {
  const least = (high - low) / 120;
  return amount === 0 || Math.abs(amount) >= least ? amount : Math.sign(amount) * least;
}

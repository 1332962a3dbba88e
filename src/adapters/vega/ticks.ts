/** Round amounts from below the smallest to above the largest, zero among them, about three steps apart. Whole numbers in, whole numbers out. */
export function ticks(amounts: readonly number[]): number[] {
  const low = Math.min(0, ...amounts);
  const high = Math.max(0, ...amounts);
  const step = roundStep((high - low) / 3 || 1);
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}

/** The next of 1, 2, 2.5, 5 times a power of ten; whole. */
function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(raw, 1)));
  const factors = power >= 10 ? [1, 2, 2.5, 5, 10] : [1, 2, 5, 10];
  return (factors.find((factor) => factor * power >= raw) ?? 10) * power;
}

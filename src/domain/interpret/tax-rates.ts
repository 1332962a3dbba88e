export const size = (value: bigint): bigint => (value < 0n ? -value : value);

export const near = (a: bigint, b: bigint, most = 2n): boolean => size(a - b) <= most;

/** Rates of value added and sales tax that are in force somewhere, in percent. */
export const known = [
  2.1, 2.5, 2.6, 3.8, 4, 5, 5.5, 6, 7, 7.7, 8, 8.1, 8.5, 9, 9.5, 9.75, 10, 12, 13, 14, 14.5, 14.975, 15, 16, 17, 18, 19,
  20, 21, 22, 23, 24, 25, 25.5, 27,
]; // prettier-ignore

/** At a rate, or less than 28 % where several rates mix. */
export const isPlausible = (rates: readonly number[], net: bigint, tax: bigint): boolean =>
  isRate([...rates, ...known], net, tax) || (net !== 0n && net > 0n === tax > 0n && Number(tax) / Number(net) < 0.28);

export const isRate = (rates: readonly number[], net: bigint, tax: bigint): boolean =>
  net !== 0n &&
  net > 0n === tax > 0n &&
  rates.some((rate) => near(BigInt(Math.round((Number(net) * rate) / 100)), tax));

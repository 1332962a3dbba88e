/** Samples in short. With few of them the 95th percentile is nearly the largest. */
export type Spread = {
  readonly runs: number;
  readonly min: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
};

export type Unit = 'ms' | 'MB' | 'KB' | 'lines' | 'a second' | 'a minute';

/** Something else measured in the same run; `ratio` is the figure's median as a multiple of this one's. */
export type Peer = { readonly name: string; readonly spread: Spread; readonly ratio: number };

/** One thing measured, beside its peers. */
export type Figure = {
  readonly name: string;
  readonly unit: Unit;
  readonly spread: Spread;
  readonly peers: readonly Peer[];
  readonly note: string | null;
};

export type Samples = readonly number[];

/** Throws for no samples: a figure of nothing is none. */
export function spreadOf(samples: Samples): Spread {
  if (samples.length === 0) throw new Error('there are no samples');
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) => percentile(sorted, share);
  return {
    runs: sorted.length,
    min: at(0),
    p25: at(0.25),
    median: at(0.5),
    p75: at(0.75),
    p95: at(0.95),
    p99: at(0.99),
    max: at(1),
  };
}

/** Between two samples the straight line is taken. */
function percentile(sorted: Samples, share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** A figure of its samples and those of its peers, by name. */
export function figure(
  name: string,
  unit: Unit,
  samples: Samples,
  peers: Readonly<Record<string, Samples>> = {},
  note: string | null = null,
): Figure {
  const spread = spreadOf(samples);
  const beside = Object.entries(peers).map(([peer, others]) => {
    const its = spreadOf(others);
    return { name: peer, spread: its, ratio: spread.median / its.median };
  });
  return { name, unit, spread, peers: beside, note };
}

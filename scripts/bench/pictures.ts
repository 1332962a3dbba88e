import { golden } from '../../test/adapters/vega/cases.ts';
import { figure } from './figures.ts';
import type { Bench } from './harness.ts';
import { timed } from './measure.ts';
import type { Plain } from './plain-chart.ts';

type Draw = (...given: (typeof golden)[string]) => Promise<{ readonly png: Uint8Array }>;
type Peers = Readonly<Record<string, (plain: Plain) => Promise<Uint8Array>>>;

export const kilobytes = (png: Uint8Array): number => png.length / 1024;

/** How large one picture is beside those of others. */
export async function sizeFigure(name: string, png: Uint8Array, plain: Plain, peers: Peers) {
  const others: Record<string, number[]> = {};
  for (const [peer, draw] of Object.entries(peers)) others[peer] = [kilobytes(await draw(plain))];
  return figure(`${name}, size`, 'KB', [kilobytes(png)], others);
}

/** How large the kinds of pictures are, and what it costs to write in the letters of nine scripts, whose fonts are registered when first needed. */
export async function pictures(bench: Bench, draw: Draw): Promise<void> {
  const everywhere = golden['vendors-everywhere'];
  if (!everywhere) throw new Error('There are no vendors everywhere');
  const first = await timed(() => draw(...everywhere));
  const warm: number[] = [];
  for (let round = 0; round < bench.runs(10); round += 1) warm.push((await timed(() => draw(...everywhere))).ms);
  bench.report(figure('10 bars, names in 9 scripts, first time', 'ms', [first.ms], { 'the same again': warm }));
  for (const [name, given] of Object.entries(golden)) {
    const { png } = await draw(...given);
    bench.report(figure(`picture ${name.replaceAll('-', ' ')}`, 'KB', [kilobytes(png)]));
  }
}

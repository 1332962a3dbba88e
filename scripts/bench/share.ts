import { channelIds } from '../../src/sandbox/seed.ts';
import { billNumber } from './bills.ts';
import { byHand } from './by-hand.ts';
import { openDesk, openServer } from './desk.ts';
import { figure } from './figures.ts';
import type { Bench } from './harness.ts';
import { type Milestones, ownNotes, watched } from './watch.ts';

const scan =
  'both wait until the sandbox, like Slack, tells in which message the file stands: 150 ms after the sharing';

/** From the moment a person lets the file go until each thing can be seen, as the page would show it. */
export async function share(bench: Bench): Promise<void> {
  const server = await openServer(bench);
  const { sandbox } = await openDesk(bench, server);
  const penny: Milestones[] = [];
  const hand: Milestones[] = [];
  for (let round = 0; round <= bench.runs(15); round += 1) {
    const [bill, same] = [await billNumber(2 * round), await billNumber(2 * round + 1)];
    const shared = await watched(sandbox, bill);
    const notes = { ...shared.seen, ...(await ownNotes(server, sandbox, shared)) };
    const bare = await byHand(sandbox, server, same, channelIds.finance);
    if (round === 0) continue; // the first warms up what is loaded late
    penny.push(notes);
    hand.push(bare);
  }
  const at = (all: readonly Milestones[], what: string) => all.flatMap((one) => one[what] ?? []);
  const report = (what: string, peer: string, note: string | null = null) =>
    bench.report(figure(what, 'ms', at(penny, what), { [`by hand: ${peer}`]: at(hand, peer) }, note));
  report('event acknowledged', 'event row inserted', 'by hand there is no socket and no job');
  report('eyes seen', 'eyes seen', scan);
  report('file fetched and stored', 'file fetched');
  report('read', 'text read');
  report('booked', 'row inserted', 'when its transaction began');
  report(
    'card seen',
    'message seen',
    'by hand the bare calls one after the other: no queue, no outbox, nothing interpreted',
  );
  report('tick seen', 'tick seen');
}

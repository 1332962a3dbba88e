import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { channelIds } from '../../src/sandbox/seed.ts';
import { answer, hasPicture } from './answer.ts';
import { openDesk, openServer, type Server } from './desk.ts';
import { figure } from './figures.ts';
import type { Bench } from './harness.ts';
import { seeded, seedLedger } from './ledger.ts';
import { alternately, timed } from './measure.ts';
import { spendByHand } from './spend-by-hand.ts';

/** From the return key to the answer seen: right after a start, and warm. */
export async function spend(bench: Bench): Promise<void> {
  const server = await openServer(bench);
  await (await openDesk(bench, server)).stop(); // makes the tables
  await seedLedger(server.bare);
  const first: number[] = [];
  const firstWords: number[] = [];
  for (let round = 0; round < bench.runs(3); round += 1) {
    const pictured = await openDesk(bench, server);
    first.push((await timed(() => asBen(pictured.sandbox, '/spend', hasPicture))).ms);
    await pictured.stop();
    const wordy = await openDesk(bench, server);
    firstWords.push((await timed(() => asBen(wordy.sandbox, '/penny help'))).ms);
    await wordy.stop();
  }
  bench.report(
    figure('/spend → picture, first thing after the start', 'ms', first, { '/penny help → words': firstWords }),
  );
  await warm((await openDesk(bench, server)).sandbox, server, bench);
}

async function warm(sandbox: Sandbox, server: Server, bench: Bench): Promise<void> {
  const uploads: number[] = [];
  const rounds = bench.runs(20);
  const samples = await alternately(
    rounds,
    {
      async spend() {
        await asBen(sandbox, '/spend', hasPicture);
        uploads.push(sinceUpload(sandbox));
      },
      hand: () => spendByHand(sandbox, server.bare),
      help: () => asBen(sandbox, '/penny help'),
    },
    3,
  );
  const note = `over ${seeded} invoices; the sandbox, like Slack, scans a fresh picture for 150 ms and refuses it until then`;
  const peers = { 'by hand, picture': samples.hand, '/penny help → words': samples.help };
  bench.report(figure('/spend → picture, warm', 'ms', samples.spend, peers, note));
  const bare = { 'the sandbox’s scan': [150] };
  bench.report(figure('of which picture uploaded → message taken', 'ms', uploads.slice(-rounds), bare));
}

const asBen = (sandbox: Sandbox, command: string, isIt?: typeof hasPicture) =>
  answer(sandbox.as('ben'), channelIds.finance, command, isIt);

/** The journal knows when the last picture was up and when the last message was taken. */
function sinceUpload({ journal }: Sandbox): number {
  const last = (method: string) => journal.findLast((entry) => entry.kind === 'call' && entry.method === method)?.at;
  const [up, taken] = [last('files.completeUploadExternal'), last('chat.postEphemeral')];
  if (up === undefined || taken === undefined) throw new Error('no picture was uploaded');
  return taken - up;
}

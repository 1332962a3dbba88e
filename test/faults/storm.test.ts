import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { bill } from './bills.ts';
import { openDesk, type Shared } from './desk.ts';
import { eachOnce, errors, quiet } from './end-state.ts';
import { ownLedger } from './ledger.ts';

/** Minutes of kills while files pour in. Run it with PENNY_STORM=1. */
const scene = process.env.PENNY_STORM ? await set() : null;
async function set() {
  const ledger = await ownLedger();
  return { ledger, desk: await openDesk({ DATABASE_URL: ledger.url }) };
}

const kills = 20;
const pictures = [
  'ostwind-logistik-scan.png',
  'copper-kettle-receipt.jpg',
  'corrib-energy-image-only.pdf',
  'brandt-werkzeugbau.pdf',
];

test.runIf(scene)(
  'two replicas, a kill each few seconds, a Slack that loses its answers: each file exactly once',
  { timeout: 600_000 },
  async () => {
    if (!scene) throw new Error('there is no storm');
    const { ledger, desk } = scene;
    const crew = await Promise.all([desk.start(), desk.start()]);
    const shares: Shared[] = [];
    let over = false;
    const pouring = (async () => {
      while (!over) {
        const picture = pictures[shares.length / 10];
        shares.push(await desk.share(picture ?? (await bill(shares.length))));
        await pause(500);
      }
    })();

    for (let kill = 0; kill < kills; kill += 1) {
      const lie = (['hang', 'reset'] as const)[kill % 2] ?? 'hang';
      desk.sandbox.faults.next(kill % 3 === 0 ? 'chat.postMessage' : 'chat.update', { kind: lie, accepted: true });
      desk.sandbox.faults.next('files.download', { kind: kill % 2 ? 'cut-off' : 'reset' });
      await pause(500 + Math.random() * 3_000);
      const [victim] = crew.splice(Math.floor(Math.random() * crew.length), 1);
      await victim?.kill();
      crew.push(await desk.start());
    }
    over = true;
    await pouring;
    const since = performance.now();
    await quiet(ledger.database, shares.length, 180);

    const seconds = ((performance.now() - since) / 1000).toFixed(1);
    const { rescued, posts } = await figures();
    process.stderr.write(
      `${kills} kills, ${shares.length} files, ${rescued} jobs taken up again, ${posts} first posts, quiet ${seconds} s after the last kill\n`,
    );
    await eachOnce(desk, ledger.database, shares);
    expect(errors(desk)).toEqual([]);

    async function figures() {
      const retried = { text: 'select count(*) as jobs from pgboss.job where retry_count > 0', values: [] };
      const [row] = await ledger.database.query<{ jobs: bigint }>(retried);
      const posted = desk.sandbox.journal.filter(
        (entry) => entry.kind === 'call' && entry.method === 'chat.postMessage',
      );
      return { rescued: row?.jobs, posts: posted.length };
    }
  },
);

import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { bill } from './bills.ts';
import { openDesk, type Shared } from './desk.ts';
import { eachOnce, errors, quiet } from './end-state.ts';
import { ownLedger } from './ledger.ts';
import { age, left, plantHalves } from './left-behind.ts';
import { isAll, type Moment, moments, type Scene } from './moments.ts';

/** SIGKILL at each point of a file's life, a new Penny each time. What the killed ones had in hand is taken up while the next ones are killed. */
const ledger = await ownLedger();
const desk = await openDesk({ DATABASE_URL: ledger.url });
const scene: Scene = { desk, ...ledger };

async function killedAt(moment: Moment): Promise<Shared> {
  const penny = await desk.start();
  const over = await moment.arrange?.(scene);
  const shared = await desk.share(moment.file);
  const until = Date.now() + 150_000;
  while (!(await moment.reached(scene, shared))) {
    if (Date.now() > until) throw new Error(`it never came to this: ${moment.name}`);
    await pause(5);
  }
  await penny.kill();
  await over?.();
  return shared;
}

test('killed at every moment of a file’s life, she books and shows each file exactly once', {
  timeout: 480_000,
}, async () => {
  const shares: Shared[] = [];
  for (const moment of moments) if (isAll || !moment.isKin) shares.push(await killedAt(moment));
  expect(await left(desk.folder)).not.toEqual([]); // or the sweep below would prove nothing
  await plantHalves(desk.folder);
  await age(desk.folder);

  const penny = await desk.start();
  shares.push(await desk.share(await bill(1)));
  await quiet(ledger.database, shares.length, 90);
  await eachOnce(desk, ledger.database, shares);
  expect(await left(desk.folder)).toEqual([]);
  expect((await penny.stop()).status).toBe(0);
  expect(errors(desk)).toEqual([]);
});

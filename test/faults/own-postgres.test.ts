import { afterAll, expect, test, vi } from 'vitest';
import { said } from '../../scripts/demo/said.ts';
import { endAll } from './child.ts';
import { type Desk, openDesk, type Shared } from './desk.ts';
import { eachOnce, errors, quiet } from './end-state.ts';
import { type OwnPostgres, postgresOf } from './own-postgres.ts';

/** Penny with the Postgres that she brings along, which is killed under her, and she with it. */
const desk = await openDesk();
let postgres: OwnPostgres | null = null;
afterAll(async () => {
  await endAll(); // or she would start it again
  await postgres?.database.close();
  await postgres?.kill();
});

/** What Penny answers to Ben alone. */
async function answer({ ben }: Desk, command: string): Promise<string> {
  const told = () =>
    Object.values(ben.sees().messages)
      .flat()
      .filter(({ ephemeral }) => ephemeral);
  const before = told().length;
  await ben.types(command, 'invoices');
  return said(await ben.waitsFor(() => told()[before], 20_000));
}

test.runIf(process.platform === 'linux')(
  'the Postgres killed under her, then both: commands say so, she brings it back by herself, nothing is lost',
  {
    timeout: 120_000,
  },
  async () => {
    const shares: Shared[] = [];
    const penny = await desk.start();
    const own = await postgresOf(penny);
    postgres = own;
    shares.push(await desk.share('kestrel-hosting.pdf'));
    await quiet(own.database, 1, 30);

    desk.hurries(true); // or Slack waits for a minute before it brings an event the third time
    await own.kill();
    await own.hideData();
    shares.push(await desk.share('groene-kas-ubl.xml'));
    expect(await answer(desk, '/spend')).toMatch(/database is away/);
    await own.showData();
    const isBack = () => expect(penny.lines.map(({ msg }) => msg)).toContain('the embedded Postgres is back');
    await vi.waitFor(isBack, { timeout: 20_000 });
    expect(await answer(desk, '/invoice show 1')).toMatch(/Kestrel/);
    await quiet(own.database, 2, 45);
    desk.hurries(false);

    shares.push(await desk.share('ostwind-logistik-scan.png'));
    const reading = { text: "select from document_share where state = 'reading'", values: [] };
    await vi.waitFor(async () => expect(await own.database.query(reading)).toHaveLength(1), {
      timeout: 20_000,
      interval: 5,
    });
    await Promise.all([penny.kill(), own.kill()]);
    shares.push(await desk.share('papeterie-du-canal.pdf'));

    const next = await desk.start();
    const again = await postgresOf(next);
    await quiet(again.database, 4, 60);
    await eachOnce(desk, again.database, shares);
    await again.database.close();
    expect((await next.stop()).status).toBe(0);
    expect(
      errors(desk, [/has gone away; starting it again$/, /^an event could not be kept; Slack will deliver it again$/]),
    ).toEqual([]);
  },
);

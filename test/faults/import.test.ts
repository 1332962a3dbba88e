import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { hold, intake, openDesk, type Shared } from './desk.ts';
import { errors, quiet } from './end-state.ts';
import { ownLedger } from './ledger.ts';
import { failing, isAll, waitsFor } from './moments.ts';

/** A table that is being loaded when Penny is killed, and when the database drops her. */
const ledger = await ownLedger();
const desk = await openDesk({ DATABASE_URL: ledger.url });
const scene = { desk, ...ledger };

const rows = 1_000;
const table = (vendor: string) => ({
  name: `${vendor}.csv`,
  bytes: Buffer.from(
    `Supplier,Invoice no,Date,Amount,Currency\n${Array.from({ length: rows }, (_, at) => `${vendor},${vendor}-${at},2026-03-02,10.00,EUR`).join('\n')}\n${vendor},last,2026-03-02,soon,EUR\n`,
  ),
});

async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const patience = Date.now() + 90_000;
  while (!(await isSo())) {
    if (Date.now() > patience) throw new Error(`it never came to this: ${what}`);
    await pause(20);
  }
}

/** Shares a table, presses Load, and waits until its rows are about to be booked, which a lock of the test's keeps them from. */
async function beginsToLoad(vendor: string): Promise<{ readonly shared: Shared; release(): Promise<void> }> {
  const shared = await desk.share(table(vendor));
  const offered = () => desk.shows(shared).replies[0];
  await until('the table is offered', () => offered()?.text.includes('Press Load') ?? false);
  const release = await hold(ledger.url, 'invoice');
  await desk.ben.presses('Load', { channel: intake, ts: offered()?.ts ?? '' });
  await until('its rows are about to be booked', () => waitsFor(scene, 'insert into invoice (state'));
  return { shared, release };
}

const count = async (text: string): Promise<bigint> => {
  const [row] = await ledger.database.query<{ n: bigint }>({ text: `select count(*) as n from ${text}`, values: [] });
  return row?.n ?? 0n;
};
const told = (shared: Shared) => desk.shows(shared).replies.map(({ text }) => text);

test.runIf(isAll)(
  'killed in the middle of a load, dropped by the database, unheard by Slack: each row is booked once and each table told of once',
  {
    timeout: 240_000,
  },
  async () => {
    const first = await desk.start();
    const killed = await beginsToLoad('Kestrel');
    await first.kill();
    await killed.release();
    await until(
      'the database has noticed',
      async () =>
        (await count(
          `pg_stat_activity where query ilike '%insert into invoice (state%' and state <> 'idle' and pid <> pg_backend_pid()`,
        )) === 0n,
    );
    expect(await count('invoice')).toBe(0n);
    expect(await count('import_left_out')).toBe(0n);

    const second = await desk.start();
    const dropped = await beginsToLoad('Osprey');
    await ledger.database.query({
      text: `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ilike '%insert into invoice (state%'`,
      values: [],
    });
    await dropped.release();

    const unheard = await failing('chat.update', true).arrange(scene);
    await until('one of them is loaded', async () => (await count("import where state = 'loaded'")) > 0n);
    await unheard();
    await quiet(ledger.database, 2, 120);

    for (const { shared } of [killed, dropped]) {
      await until('Slack shows the rows that were left out', () => told(shared).length === 2);
      expect(told(shared)).toEqual([
        expect.stringMatching(/^1,000 invoices of \w+\.csv are booked: €10,000\.00\.$/),
        expect.stringMatching(/not booked/),
      ]);
      expect(desk.shows(shared).marks).toEqual(['warning']);
    }
    expect(await count('invoice')).toBe(2n * BigInt(rows));
    expect(await count('import_left_out')).toBe(2n);
    expect(await count("audit_log where action = 'import.load'")).toBe(2n);
    expect((await second.stop()).status).toBe(0);
    expect(errors(desk)).toEqual([]);
  },
);

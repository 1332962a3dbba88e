import { describe, expect, test, vi } from 'vitest';
import { hold, openDesk, type Shared } from './desk.ts';
import { eachOnce, errors, quiet } from './end-state.ts';
import { ownLedger } from './ledger.ts';
import { isAll } from './moments.ts';

/** What Slack does when Penny is away, deaf or stopping: nothing is lost and nothing is done twice. One after the other: five at once are too much for two cores. */
async function office() {
  const ledger = await ownLedger();
  return { ...ledger, desk: await openDesk({ DATABASE_URL: ledger.url }) };
}
type Office = Awaited<ReturnType<typeof office>>;

const [down, deaf, broken, booking, stuck] = [
  await office(),
  await office(),
  await office(),
  await office(),
  await office(),
];

const journal = ({ desk }: Office, kind: 'envelope' | 'lost', { file }: Shared): number =>
  desk.sandbox.journal.filter((entry) => entry.kind === kind && JSON.stringify(entry.payload).includes(file)).length;

const called = ({ desk }: Office, method: string): boolean =>
  desk.sandbox.journal.some((entry) => entry.kind === 'call' && entry.method === method);

describe.runIf(isAll)('without losing anything or doing it twice', { timeout: 240_000 }, () => {
  test('files shared while she is down are read when she is back, the one too whose event Slack gave up', async () => {
    const { desk, database } = down;
    await (await desk.start()).stop();
    desk.hurries(true);
    const first = await desk.share('kestrel-hosting.pdf');
    await vi.waitFor(() => expect(journal(down, 'lost', first)).toBe(1), { timeout: 60_000 });
    desk.hurries(false);
    const second = await desk.share('groene-kas-ubl.xml');

    await desk.start();
    await quiet(database, 2, 90);

    await eachOnce(desk, database, [{ ...first, events: 0 }, second]);
    expect(errors(desk)).toEqual([]);
  });

  test('an event that Slack brings four times to two replicas is one invoice', async () => {
    const { desk, database } = deaf;
    await Promise.all([desk.start(), desk.start()]);
    desk.sandbox.faults.repeatEvents(3);
    desk.sandbox.faults.ignoreAcks(6);
    const names = ['kestrel-hosting.pdf', 'brandt-werkzeugbau.pdf', 'papeterie-du-canal.pdf'];
    const shares = await Promise.all(names.map((name) => desk.share(name)));

    const brought = () => shares.map((shared) => journal(deaf, 'envelope', shared));
    await vi.waitFor(() => expect(brought()).toEqual([4, 4, 4]), { timeout: 60_000 });
    await quiet(database, 3, 90);

    await eachOnce(desk, database, shares);
    expect(errors(desk)).toEqual([]);
  });

  test('a file that comes at the second try is booked, and the log names its share', async () => {
    const { desk, database } = broken;
    await desk.start();
    desk.sandbox.faults.next('files.download', { kind: 'reset' });
    const shared = await desk.share('alpenblick-catering-cii.xml');
    await quiet(database, 1, 90);

    await eachOnce(desk, database, [shared]);
    const [{ id } = { id: 0n }] = await database.query<{ id: bigint }>({
      text: 'select id from document_share',
      values: [],
    });
    const told = { msg: 'a job failed and is tried again', job: 'read-document', share: String(id) };
    expect(desk.lines()).toContainEqual(expect.objectContaining(told));
    expect(errors(desk)).toEqual([]);
  });

  test('SIGTERM while a file is booked: that is finished, the rest is for the next Penny', async () => {
    const { desk, database, url } = booking;
    const penny = await desk.start();
    const release = await hold(url, 'invoice');
    const shared = await desk.share('kestrel-hosting.pdf');
    const readings = { text: 'select from reading', values: [] };
    const isRead = async () => expect(await database.query(readings)).toHaveLength(1);
    await vi.waitFor(isRead, { timeout: 60_000, interval: 5 });

    const stopped = penny.stop();
    await desk.cleo.waitsFor(({ app }) => !app.connected); // she is stopping; the job still waits for the table
    await release();
    const { status, seconds } = await stopped;
    expect(status).toBe(0);
    expect(seconds).toBeLessThan(20);
    expect(await database.query({ text: 'select state from document_share', values: [] })).toEqual([
      { state: 'booked' },
    ]);

    await desk.start();
    await quiet(database, 1, 90);
    await eachOnce(desk, database, [shared]);
    expect(errors(desk)).toEqual([]);
  });

  test('SIGTERM while neither a file comes nor an answer goes: she ends in time, and the next one fetches the file', async () => {
    const { desk, database } = stuck;
    const penny = await desk.start();
    desk.sandbox.faults.next('files.download', { kind: 'hang' });
    desk.sandbox.faults.next('response_url', { kind: 'hang' });
    const shared = await desk.share('kestrel-hosting.pdf');
    await vi.waitFor(() => expect(called(stuck, 'files.download')).toBe(true), { timeout: 60_000 });
    await desk.ben.types('/penny help', 'invoices');
    await vi.waitFor(() => expect(called(stuck, 'response_url')).toBe(true), { timeout: 60_000 });

    const { status, seconds } = await penny.stop();
    expect(status).toBe(0);
    expect(seconds).toBeLessThan(20);

    await desk.start();
    await quiet(database, 1, 90);
    await eachOnce(desk, database, [shared]);
    expect(errors(desk)).toEqual([]);
  });
});

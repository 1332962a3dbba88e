import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { acknowledged } from '../../scripts/bench/acks.ts';
import { figure, spreadOf } from '../../scripts/bench/figures.ts';
import { groups } from '../../scripts/bench/groups.ts';
import { type Bench, type Group, harness } from '../../scripts/bench/harness.ts';
import { abreast, alternately } from '../../scripts/bench/measure.ts';
import { tableOf } from '../../scripts/bench/table.ts';

const run = promisify(execFile);
const bench = (...args: readonly string[]) => run(process.execPath, ['scripts/bench.ts', ...args]);
const group = (measure: (bench: Bench) => Promise<void>): Group => ({
  name: 'made-up',
  says: 'nothing',
  load: async () => measure,
});
const failOn = (error: unknown) => {
  throw error;
};

describe('the figures', () => {
  test.each([
    [[7], { runs: 1, min: 7, p25: 7, median: 7, p75: 7, p95: 7, p99: 7, max: 7 }],
    [[4, 1, 3, 2], { runs: 4, min: 1, p25: 1.75, median: 2.5, p75: 3.25, p95: 3.85, p99: 3.97, max: 4 }],
    [[100, 10, 30, 20, 40], { runs: 5, min: 10, p25: 20, median: 30, p75: 40, p95: 88, p99: 97.6, max: 100 }],
  ])('%j has this spread, whatever its order', (samples, spread) => {
    const found = spreadOf(samples);
    for (const [name, value] of Object.entries(spread)) expect(found).toHaveProperty(name, expect.closeTo(value, 9));
  });

  test('nothing has no spread', () => {
    expect(() => spreadOf([])).toThrow('no samples');
  });

  test('the ratio is that of the medians', () => {
    expect(figure('a', 'ms', [30, 10, 20], { b: [8, 8, 900] }).peers[0]).toMatchObject({ name: 'b', ratio: 2.5 });
  });

  test('contenders take turns, and the rounds of warming up do not count', async () => {
    const order: string[] = [];
    const note = (name: string) => async () => void order.push(name);

    const samples = await alternately(3, { a: note('a'), b: note('b') }, 1);

    expect(order.join('')).toBe('abbaabba');
    expect([samples.a.length, samples.b.length]).toEqual([3, 3]);
  });

  test('an acknowledgement is timed by its own envelope; another type, and what nobody sent or acknowledged, does not count', () => {
    const envelope = { kind: 'envelope', type: 'events_api', payload: {}, attempt: 0, reason: '' } as const;
    const ack = { kind: 'ack', payload: {} } as const;

    const waited = acknowledged(
      [
        { ...ack, at: 5, id: 'of before' },
        { ...envelope, at: 10, id: 'a' },
        { ...envelope, at: 12, id: 'b' },
        { ...envelope, at: 13, id: 'never acknowledged' },
        { ...envelope, at: 14, id: 'a command', type: 'slash_commands' },
        { ...ack, at: 15, id: 'a command' },
        { ...ack, at: 20, id: 'b' },
        { ...ack, at: 40, id: 'a' },
      ],
      'events_api',
    );

    expect(waited).toEqual([8, 30]);
  });

  test('each item has its turn, and never more of them than allowed', async () => {
    const done: number[] = [];
    let underWay = 0;

    await abreast(2, [1, 2, 3, 4, 5], async (item) => {
      underWay += 1;
      expect(underWay).toBeLessThanOrEqual(2);
      await new Promise(setImmediate);
      underWay -= 1;
      done.push(item);
    });

    expect(done).toEqual([1, 2, 3, 4, 5]);
  });

  test('the table says what broke off and what was skipped', () => {
    const made = figure('a start', 'ms', [1234.5], { 'bare start': [617.25] }, 'a note');
    const skipped = [{ name: 'a peer', why: 'it is not installed' }];

    const table = tableOf({ group: 'start', figures: [made], skipped, problem: 'it fell over', seconds: 3 });

    for (const shown of [
      '1235 ms',
      'bare start',
      '617',
      '2.00',
      'a note',
      'a peer: it is not installed',
      'it fell over',
    ])
      expect(table).toContain(shown);
  });
});

describe('the harness', () => {
  test('closes in reverse what a group opened, and removes its folders, also when it fails', async () => {
    const closed: string[] = [];
    let folder = '';

    const outcome = await harness(null, false, failOn).run(
      group(async (given) => {
        folder = await given.folder();
        await writeFile(join(folder, 'left-behind'), 'x');
        given.later(async () => void closed.push('first'));
        given.later(async () => void closed.push('second'));
        given.report(figure('until then', 'ms', [1]));
        throw new Error('it fell over');
      }),
    );

    expect(outcome.problem).toContain('it fell over');
    expect(outcome.figures.map(({ name }) => name)).toEqual(['until then']);
    expect(closed).toEqual(['second', 'first']);
    expect(existsSync(folder)).toBe(false);
  });

  test('one that does not close keeps no other from closing', async () => {
    const complaints: unknown[] = [];
    let isClosed = false;

    await harness(null, false, (error) => complaints.push(error)).run(
      group(async ({ later }) => {
        later(async () => {
          isClosed = true;
        });
        later(() => Promise.reject(new Error('stuck')));
      }),
    );

    expect(isClosed).toBe(true);
    expect(complaints).toEqual([new Error('stuck')]);
  });

  test('interrupted, it closes what is open and what was being opened', async () => {
    const closed: string[] = [];
    const opening = Promise.withResolvers<void>();
    let folder = '';
    const bench = harness(null, false, failOn);
    const outcome = bench.run(
      group(async (given) => {
        folder = await given.folder();
        given.later(async () => {
          closed.push('the first');
          opening.resolve();
        });
        await opening.promise;
        given.later(async () => void closed.push('the one just opened'));
        throw new Error('nothing goes on after that');
      }),
    );
    await expect.poll(() => folder && existsSync(folder)).toBe(true);

    await bench.interrupt();

    expect(new Set(closed)).toEqual(new Set(['the first', 'the one just opened']));
    expect((await outcome).problem).toContain('interrupted');
    expect(existsSync(folder)).toBe(false);
  });

  test.each([
    [null, 5],
    [2, 2],
  ])('asked for %s runs, what usually runs 5 times runs %i times', async (asked, expected) => {
    let runs = 0;
    const outcome = await harness(asked, false, failOn).run(
      group(async (given) => {
        runs = given.runs(5);
      }),
    );
    expect([runs, outcome.problem]).toEqual([expected, null]);
  });
});

describe('npm run bench', () => {
  test('--help names every group', async () => {
    const { stdout } = await bench('--help');
    for (const { name, says } of groups) expect(stdout).toMatch(new RegExp(`${name} +${says}`));
  });

  test.each([
    [['start', 'nothing-of-the-kind'], /no group nothing-of-the-kind.*spend/],
    [['--runs', '0'], /--runs takes a whole number/],
    [['--fast'], /--fast/],
  ])('%j is refused with a sentence, before anything is measured', async (args, sentence) => {
    await expect(bench(...args)).rejects.toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(sentence),
    });
  });
});

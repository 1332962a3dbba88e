import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startChildren } from '../../../src/adapters/children/children.ts';
import type * as jobs from './jobs.ts';

const module = new URL('./jobs.ts', import.meta.url);
const children = startChildren({ count: 2, megabytes: 300 });
afterAll(() => children.stop());

const limit = (seconds: number, signal = new AbortController().signal) => ({ seconds, signal });
const echo = (said: unknown) => children.run<typeof jobs.echo>(module, 'echo', said, limit(20));

test('a child answers, and knows none of our settings', async () => {
  expect(await echo('hello')).toEqual({ input: 'hello', amount: 12n, settings: [] });
});

test('a child yields to who answers people', async () => {
  const its = await children.run<typeof jobs.priority>(module, 'priority', undefined, limit(20));
  expect(its).toBe(Math.min(19, getPriority() + 3));
});

test('faults keep their sentence, bugs stay bugs', async () => {
  await expect(children.run(module, 'refuse', undefined as never, limit(20))).rejects.toMatchObject({
    name: 'Fault',
    code: 'invalid',
    message: 'No.',
  });
  await expect(children.run(module, 'err', undefined as never, limit(20))).rejects.toMatchObject({
    name: 'Error',
    message: 'a bug',
  });
});

test('a job that takes too long is stopped, and the next one runs', async () => {
  const started = performance.now();
  await expect(children.run(module, 'hang', undefined as never, limit(1))).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining('after 1 second'),
  });
  expect(performance.now() - started).toBeLessThan(5000);
  expect(await echo(1)).toMatchObject({ input: 1 });
});

test('a job that takes too much memory is stopped', async () => {
  await expect(children.run(module, 'eat', undefined as never, limit(25))).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining('more memory'),
  });
});

test('a child that crashes harms its own file only', async () => {
  const names = ['die', 'echo', 'die', 'echo', 'echo', 'die', 'echo'];
  const ends = await Promise.allSettled(names.map((name) => children.run(module, name, 'x' as never, limit(25))));
  expect(ends.map(({ status }) => status)).toEqual(names.map((name) => (name === 'die' ? 'rejected' : 'fulfilled')));
});

test('whoever stops waiting is told so at once, running or queued', async () => {
  const stop = new AbortController();
  const running = Array.from({ length: 4 }, () =>
    children.run(module, 'hang', undefined as never, limit(20, stop.signal)),
  );
  const ends = Promise.allSettled(running);
  stop.abort(new Error('enough'));
  expect(await ends).toEqual(running.map(() => ({ status: 'rejected', reason: new Error('enough') })));
  expect(await echo(2)).toMatchObject({ input: 2 });
});

test('a child cannot write, start programs or reach a network', async () => {
  const path = join(tmpdir(), 'penny-child-wrote-this');
  expect(await children.run<typeof jobs.breakOut>(module, 'breakOut', path, limit(20))).toEqual(
    Array(5).fill('refused'),
  );
});

test('the parent is never held up', async () => {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  await Promise.allSettled([children.run(module, 'hang', undefined as never, limit(1)), echo(Buffer.alloc(1_000_000))]);
  clearInterval(timer);
  expect(longest).toBeLessThan(700); // the job holds its child up for a whole second
});

test('after the stop nothing runs', async () => {
  const few = startChildren({ count: 1 });
  const waiting = few.run(module, 'hang', undefined as never, limit(20));
  const end = expect(waiting).rejects.toMatchObject({ code: 'unavailable' });
  await few.stop();
  await end;
  await expect(few.run(module, 'echo', 1 as never, limit(1))).rejects.toMatchObject({ code: 'unavailable' });
});

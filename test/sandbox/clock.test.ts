import { expect, it } from 'vitest';
import { manualClock } from '../../src/sandbox/clock.ts';

it('a clock by hand rings in the order of time, also what is set while it rings', () => {
  const clock = manualClock(0);
  const rung: string[] = [];
  const ring = (name: string) => () => void rung.push(`${name} at ${clock.now()}`);
  clock.setTimeout(ring('late'), 20);
  clock.setTimeout(() => {
    ring('early')();
    clock.setTimeout(ring('nested'), 5);
  }, 10);
  const cancel = clock.setTimeout(ring('never'), 12);
  cancel();
  clock.advance(30);
  expect(rung).toEqual(['early at 10', 'nested at 15', 'late at 20']);
  expect(clock.now()).toBe(30);
});

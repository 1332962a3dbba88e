import { lookup } from 'node:dns/promises';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { getPriority } from 'node:os';
import { Fault } from '../../../src/domain/fault.ts';

/** Jobs for the children of the test, good and bad. */

export const echo = async (input: unknown): Promise<unknown> => ({
  input,
  amount: 12n,
  settings: Object.keys(process.env),
});

export async function hang(): Promise<never> {
  for (;;);
}

export async function eat(): Promise<never> {
  const eaten: Buffer[] = [];
  for (;;) eaten.push(Buffer.alloc(20_000_000, 1));
}

export const die = async (): Promise<void> => process.abort();

export async function refuse(): Promise<never> {
  throw new Fault('invalid', 'No.');
}

export async function err(): Promise<never> {
  throw new TypeError('a bug');
}

/** What a parser that was taken over would try; each with what came of it. */
export async function breakOut(path: string): Promise<readonly string[]> {
  const attempts: readonly (() => unknown)[] = [
    () => connect(9, '127.0.0.1'),
    () => fetch('http://127.0.0.1:4000/'),
    () => lookup('localhost'),
    () => writeFileSync(path, 'x'),
    async () => (await import('node:child_process')).execSync('id'),
  ];
  return Promise.all(attempts.map((attempt) => outcome(attempt)));
}

const outcome = async (attempt: () => unknown): Promise<string> => {
  try {
    await attempt();
    return 'done';
  } catch {
    return 'refused';
  }
};

export const priority = async (): Promise<number> => getPriority();

import { expect, test } from 'vitest';
import { pinoLog } from '../../../src/adapters/pino/pino-log.ts';

function logged(write: (log: ReturnType<typeof pinoLog>) => void): string {
  const lines: string[] = [];
  write(pinoLog('info', { write: (line) => lines.push(line) }));
  return lines.join('');
}

const bot = 'xoxb-123-456-abcDEF';
const database = 'postgres://penny:hunter2@db.example:5432/penny';

test.each([
  ['in the data', (log: ReturnType<typeof pinoLog>) => log.info({ token: bot }, 'x')],
  ['deep inside', (log: ReturnType<typeof pinoLog>) => log.info({ a: { b: [{ c: bot }] } }, 'x')],
  [
    'in an error and its cause',
    (log: ReturnType<typeof pinoLog>) => log.error({ err: new Error(bot, { cause: new Error(`at ${bot}`) }) }, 'x'),
  ],
  ['in the sentence', (log: ReturnType<typeof pinoLog>) => log.info({}, `the token is ${bot}`)],
  ['in a header', (log: ReturnType<typeof pinoLog>) => log.info({ headers: { Authorization: `Bearer ${bot}` } }, 'x')],
  ['in a child', (log: ReturnType<typeof pinoLog>) => log.child({ token: bot }).info({}, 'x')],
])('a Slack token %s is not written', (_, write) => {
  expect(logged(write)).not.toContain('456-abcDEF');
});

test('the password of a database address is not written, the rest is', () => {
  const line = logged((log) => log.info({ database }, 'connected'));
  expect(line).not.toContain('hunter2');
  expect(line).toContain('postgres://penny:…@db.example:5432/penny');
  expect(line).toContain('"msg":"connected"');
});

test('data below the level is not written', () => {
  expect(logged((log) => log.debug({ total: 12 }, 'an amount'))).toBe('');
});

import { pino } from 'pino';
import type { Log } from '../../ports/log.ts';

/** Slack tokens, AWS keys, passwords in addresses, bearer headers: whatever line they are on, and however deep. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/\b(xox[a-z]|xapp)-[\w-]+/g, '$1-…'],
  [/\bAKIA[A-Z0-9]{12,}/g, 'AKIA…'],
  [/(\b[a-z][a-z0-9+]*:\/\/[^\s:/@"\\]+:)[^\s@"\\]+(?=@)/gi, '$1…'],
  [/(Bearer )[\w.~+/=-]+/gi, '$1…'],
];

/** One JSON line a message on stderr, so that what a command prints on stdout can be piped. The finished line is scrubbed: no shape of data gets a secret past it. */
export function pinoLog(level: string, stream: { write(line: string): void } = process.stderr): Log {
  const scrub = (line: string) => secrets.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line);
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, hooks: { streamWrite: scrub } }, stream);
}

import { LogLevel } from '@slack/bolt';
import type { Log } from '../../ports/log.ts';

/** The logger that Slack's libraries ask for; pino's own lacks its methods and Bolt breaks on it at once. */
export type BoltLog = {
  debug(...said: unknown[]): void;
  info(...said: unknown[]): void;
  warn(...said: unknown[]): void;
  error(...said: unknown[]): void;
  setLevel(level: LogLevel): void;
  getLevel(): LogLevel;
  setName(name: string): void;
};

/**
 * Slack's libraries write into Penny's log. Their debug lines hold whole messages, so they stay at debug; Penny's own log decides
 * whether debug is written. Slack's news ("Now connected") is debug to Penny, who says so itself.
 */
export function boltLog(log: Log): BoltLog {
  return {
    debug: (...said) => log.debug(data(said), 'the Slack library says'),
    info: (...said) => log.debug(data(said), 'the Slack library says'),
    warn: (...said) => log.warn(data(said), 'the Slack library warns'),
    error: (...said) => log.error(data(said), 'the Slack library reports an error'),
    setLevel: () => undefined,
    // INFO, so that the libraries do not make a string of every payload first
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}

/** The same for the clients of Penny's own, all at debug: whatever fails there is thrown, and told by who caught it. */
export function quietLog(log: Log): BoltLog {
  const { debug, ...rest } = boltLog(log);
  return { ...rest, debug, warn: debug, error: debug };
}

function data(said: readonly unknown[]): object {
  const err = said.find((part) => part instanceof Error);
  const words = said
    .filter((part) => part !== err)
    .map((part) => (typeof part === 'string' ? part : JSON.stringify(part)));
  return { ...(err ? { err } : {}), said: words.join(' ') };
}

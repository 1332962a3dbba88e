import { type LoggerInterface, Warn } from 'vega';

/** A logger for Vega that keeps each warning and error; Vega itself goes on after both and draws something wrong. */
export function strictLog(): LoggerInterface & { check(): void } {
  const complaints: unknown[] = [];
  const keep = (...what: readonly unknown[]) => {
    complaints.push(...what);
    return log;
  };
  const ignore = () => log;
  const log: LoggerInterface & { check(): void } = {
    level: ((level?: number) => (level === undefined ? Warn : log)) as LoggerInterface['level'], // one function reads and sets
    error: keep,
    warn: keep,
    info: ignore,
    debug: ignore,
    check() {
      if (complaints.length > 0)
        throw new Error(`Vega complains: ${complaints.map(String).join('; ')}`, { cause: complaints[0] });
    },
  };
  return log;
}

import type { Log } from '../../src/ports/log.ts';

const nothing = () => {};

/** A log that nobody reads. */
export const silent: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing, child: () => silent };

export type Line = { readonly level: string; readonly sentence: string; readonly data: object };

/** A log that keeps its lines. */
export function keptLog(): { readonly log: Log; readonly lines: readonly Line[] } {
  const lines: Line[] = [];
  const at = (level: string) => (data: object, sentence: string) => {
    lines.push({ level, sentence, data });
  };
  const log: Log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error'), child: () => log };
  return { log, lines };
}

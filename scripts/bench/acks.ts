import type { JournalEntry } from '../../src/sandbox/journal.ts';
import type { Samples } from './figures.ts';

/** How long each envelope of that type waited for its acknowledgement. */
export function acknowledged(journal: readonly JournalEntry[], type: string): Samples {
  const sent = new Map<string, number>();
  return journal.flatMap((entry) => {
    if (entry.kind === 'envelope' && entry.type === type) sent.set(entry.id, entry.at);
    const began = entry.kind === 'ack' ? sent.get(entry.id) : undefined;
    return began === undefined ? [] : [entry.at - began];
  });
}

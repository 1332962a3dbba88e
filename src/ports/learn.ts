import type { Stated } from '../domain/interpret/lessons.ts';
import type { Context } from '../domain/interpret/paper.ts';
import type { Lesson } from '../domain/layout-hint.ts';
import type { Reading } from '../domain/reading.ts';

/**
 * What a corrected paper shows of its vendor's layout, as `lessonsIn` of the domain finds it, away from the caller's thread. A person waits meanwhile, so it gives
 * up within ten seconds: what takes longer, or cannot be read any more, teaches nothing.
 */
export type Learn = (reading: Reading, stated: Stated, context: Context) => Promise<readonly Lesson[]>;

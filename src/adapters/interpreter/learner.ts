import { Fault } from '../../domain/fault.ts';
import type { Apart } from '../../ports/apart.ts';
import type { Learn } from '../../ports/learn.ts';
import { interpreterModule } from './interpreter.ts';
import type { learn } from './understand.ts';

/** Seconds, those included in which no child is free. Some milliseconds are usual. */
const longest = 10;

/** Looks for lessons in a child, as long as the person may wait who corrected the paper. */
export const learnApart =
  (run: Apart): Learn =>
  async (reading, stated, context) => {
    const signal = AbortSignal.timeout(longest * 1000);
    try {
      return await run<typeof learn>(
        interpreterModule,
        'learn',
        { reading, stated, context },
        { seconds: longest, signal },
      );
    } catch (error) {
      if (signal.aborted || error instanceof Fault) return [];
      throw error;
    }
  };

import { Fault } from '../../domain/fault.ts';
import type { Rhythm } from '../../domain/rhythm.ts';
import type { Settings } from '../../engine/ports.ts';
import { type Asked, type Asker, ask } from './ask.ts';
import { nameOf } from './words.ts';

/** Who asks on that day, as the owner's settings have it. */
export const askerOn = (today: string, { reportingCurrency: currency, allowance }: Settings): Asker => ({
  today,
  currency,
  allowance,
});

/**
 * Reads the question of a digest; its `words` are what is asked each time. Where they name no period and the report would take the one that has just begun, the
 * one that has just ended is put to them: on the first of a month there is nothing yet. Throws Fault('invalid') as `ask` does.
 */
export function askRegularly(words: string, rhythm: Rhythm, on: Asker): Asked & { readonly words: string } {
  const asked = ask(words, on);
  if (asked.shown.has('csv'))
    throw new Fault('invalid', 'A digest is a message, so --csv does not go with it; --table does.');
  const isNamed = words.split(/\s+/).some((word) => nameOf(word.toLowerCase()) === asked.report.name);
  const full = isNamed ? words : `${asked.report.name} ${words}`.trim();
  const ended = asked.report.usually === 'this month' ? endedBefore(rhythm) : null;
  const closed = ended === null ? null : readable(`${full} ${ended}`, on);
  return closed === null ? { ...asked, words: full } : { ...closed, words: `${full} ${ended}` };
}

function endedBefore(rhythm: Rhythm): string | null {
  if (rhythm.startsWith('weekly')) return 'last week';
  return rhythm.startsWith('monthly') ? 'last month' : null;
}

/** Null for words that are no question, as those that name two periods. */
function readable(words: string, on: Asker): Asked | null {
  try {
    return ask(words, on);
  } catch {
    return null;
  }
}

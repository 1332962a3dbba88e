import { type DigestAsks, longestQuestion, mostDays } from './digest.ts';
import { Fault } from './fault.ts';
import { isRhythm, type Rhythm, weekdayNames } from './rhythm.ts';

/** What somebody typed after `/penny digest`; `channel` is null where they named none. */
export type DigestWords = {
  readonly asks: DigestAsks;
  readonly channel: string | null;
  readonly rhythm: Rhythm;
  readonly at: string;
};

const refuse = (sentence: string): never => {
  throw new Fault('invalid', sentence);
};

/**
 * Reads "weekly vendors last week in #finance at 9", in any order: how often, the channel as Slack sends it (`<#C123|finance>`), the hour; what is left is the
 * question. What stands in quotes is left alone. Throws Fault('invalid') with what would do.
 */
export function digestWords(text: string): DigestWords {
  const { masked, unmask } = maskQuotes(text);
  const words = taking(masked);
  const isReminders = words.take(/^\s*reminders?(?!\S)/i) !== null;
  const channel = channelIn(words);
  const at = timeIn(words);
  if (isReminders) return { ...remindersIn(words), channel, at: at ?? '08:00' };
  const rhythm = rhythmIn(words);
  const question = unmask(words.left());
  if (question.length > longestQuestion) refuse(`A question has ${longestQuestion} letters at most. Ask for less.`);
  return { asks: { kind: 'report', words: question }, channel, rhythm, at: at ?? '09:00' };
}

type Taking = ReturnType<typeof taking>;

/** The words, out of which one thing after another is taken. */
function taking(text: string) {
  let left = text;
  return {
    take(pattern: RegExp): RegExpExecArray | null {
      const found = pattern.exec(left);
      if (found) left = `${left.slice(0, found.index)} ${left.slice(found.index + found[0].length)}`;
      return found;
    },
    left: () => left.replaceAll(/\s+/g, ' ').trim(),
  };
}

/** `vendor:"look at 9"` holds no hour. */
function maskQuotes(text: string) {
  const quotes: string[] = [];
  const masked = text.replaceAll(/[“”„«»]/g, '"').replaceAll(/"[^"]*"?/g, (quote) => `"${quotes.push(quote) - 1}"`);
  return { masked, unmask: (left: string) => left.replaceAll(/"(\d+)"/g, (_, i: string) => quotes[Number(i)] ?? '') };
}

function channelIn(words: Taking): string | null {
  const found = words.take(/(?:(?<!\S)(?:in|to)\s+)?<#([A-Z0-9]+)(?:\|[^>]*)?>/i);
  if (found) return found[1] ?? null;
  const unknown = words.take(/(?<!\S)#(\S+)/);
  if (unknown)
    refuse(
      `Slack knows no channel “${unknown[0]}” that you are in. Type # and pick it from the list, or type the command in the channel itself.`,
    );
  return null;
}

function timeIn(words: Taking): string | null {
  const found = words.take(/(?<!\S)at\s+(\S+(?:\s+[ap]m(?!\S))?)/i);
  if (!found) return null;
  const [, said = ''] = found;
  const [, hours = '', minutes = '00', half] = /^(\d{1,2})(?:[:.](\d{2}))?\s*([ap]m)?$/i.exec(said) ?? [];
  const isHalf = half !== undefined;
  const hour = isHalf ? (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hours);
  if (hours === '' || hour > 23 || Number(minutes) > 59 || (isHalf && (Number(hours) < 1 || Number(hours) > 12)))
    refuse(`“at ${said}” is no hour of the day. Type at 9, or at 17:30.`);
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

function remindersIn(words: Taking): Pick<DigestWords, 'asks' | 'rhythm'> {
  const found = words.take(/(?<!\S)(\d+)\s*(?:d|days?)(?:\s+(?:before|ahead))?(?!\S)/i);
  const days = found === null ? 3 : Number(found[1]);
  words.take(/(?<!\S)(?:every\s+weekday|weekdays)(?!\S)/i); // as they always come
  const left = words.left();
  if (left !== '')
    refuse(
      `Reminders come every weekday; I do not understand “${left}” there. Type \`/penny digest reminders in #finance 3 days before at 8\`.`,
    );
  if (days > mostDays) refuse(`Reminders come ${mostDays} days before at most. Type 7 days before, for example.`);
  return { asks: { kind: 'reminders', days }, rhythm: 'weekdays' };
}

const dayName = weekdayNames.join('|');
const often = new RegExp(
  String.raw`(?<!\S)(?:every\s+(day|weekday|week|month)|(daily|weekdays|weekly|monthly)|every(?=\s+(?:${dayName})))(?!\S)`,
  'i',
);
const onDay = new RegExp(String.raw`(?<!\S)(?:on\s+)?(${dayName})s?(?!\S)`, 'i');
const onDate =
  /(?<!\S)on\s+(?:the\s+)?(first(?:\s+working)?(?:\s+day)?|last(?:\s+day)?|(\d{1,3})(?:st|nd|rd|th)?)(?:\s+of\s+(?:the|each|every)\s+month)?(?!\S)/i;

const units: Readonly<Record<string, string>> = {
  day: 'daily',
  weekday: 'weekdays',
  week: 'weekly',
  month: 'monthly',
};

/** The first word that says how often; `daily` after another is the report of that name. */
function rhythmIn(words: Taking): Rhythm {
  const found = words.take(often);
  const said = (found?.[1] ?? found?.[2])?.toLowerCase();
  const unit = said === undefined ? undefined : (units[said] ?? said);
  const day = words.take(onDay)?.[1]?.toLowerCase();
  const date = words.take(onDate);
  const which = date === null ? undefined : (date[2] ?? (/^last/i.test(date[1] ?? '') ? '31' : 'first'));
  const fits = day === undefined ? which === undefined || unit === 'monthly' || !unit : unit === 'weekly' || !unit;
  if (!fits || (day !== undefined && which !== undefined))
    refuse(
      `“${day ?? date?.[0].trim()}” does not go with ${unit ?? `“${date?.[0].trim()}”`}. Type weekly on monday, or monthly on the 15th.`,
    );
  if (!unit && !day && !which)
    refuse(
      'Say how often: daily, weekdays, weekly or monthly. For example `/penny digest weekly vendors last week in #finance at 9`.',
    );
  if (day !== undefined || unit === 'weekly') return rhythmOf(`weekly ${day ?? 'monday'}`);
  return rhythmOf(which !== undefined || unit === 'monthly' ? `monthly ${which ?? 'first'}` : (unit ?? ''));
}

function rhythmOf(text: string): Rhythm {
  const plain = text.replace(/ 0+(?=\d)/, ' ');
  return isRhythm(plain) ? plain : refuse(`No month has such a day: “${text}”. Type monthly on the 15th.`);
}

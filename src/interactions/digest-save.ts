import { z } from 'zod';
import type { Actor } from '../domain/access.ts';
import { longestQuestion } from '../domain/digest.ts';
import { Fault } from '../domain/fault.ts';
import type { Form, Question, Reply } from '../domain/reply.ts';
import { oftenWords, Rhythm, rhythms, TimeOfDay, Zone } from '../domain/rhythm.ts';
import { modal } from '../engine/interaction.ts';
import { setDigest } from '../workflows/set-digest.ts';
import { digestIsSet, regularQuestion } from './digest-controls.ts';

/** The form in which a digest is set. */
export const digestSave = modal({
  name: 'digest-save',
  needs: 'digest.manage',
  title: 'New digest',
  submitLabel: 'Save',
  given: z.object({
    what: z.string().trim().max(longestQuestion, `Write at most ${longestQuestion} letters.`).default(''),
    channel: z.string('Choose a channel.').regex(/^[CG][A-Z0-9]+$/, 'Choose a channel.'),
    rhythm: Rhythm,
    at: TimeOfDay,
    zone: Zone,
  }),

  async run({ what, channel, ...timetable }, { grant, ports }) {
    const asks = await mended('what', async () => regularQuestion(what, timetable, grant, ports));
    if ('mend' in asks) return asks.mend;
    const set = await mended('channel', () => setDigest({ asks: asks.given, channel, ...timetable }, grant, ports));
    return 'mend' in set ? set.mend : digestIsSet(set.given);
  },
});

/** A sentence about what was typed stands under its question. */
async function mended<T>(
  question: string,
  work: () => Promise<T>,
): Promise<{ readonly given: T } | { readonly mend: Reply }> {
  try {
    return { given: await work() };
  } catch (error) {
    if (!(error instanceof Fault) || (error.code !== 'invalid' && error.code !== 'conflict')) throw error;
    return { mend: { kind: 'mend', errors: { [question]: error.message } } };
  }
}

const halfHours = Array.from(
  { length: 48 },
  (_, i) => `${String(i >> 1).padStart(2, '0')}:${i % 2 === 0 ? '00' : '30'}`,
);

/** Their own time zone and the channel in which they are stand there already. */
export function digestForm(channel: string | null, { zone }: Actor): Form {
  const questions: readonly Question[] = [
    {
      ask: 'words',
      name: 'what',
      label: 'What',
      optional: true,
      placeholder: 'vendors last week top 5',
      hint: 'As you would ask after /spend. Without words it is the overview.',
    },
    { ask: 'channel', name: 'channel', label: 'Channel', ...(channel !== null && { initial: channel }) },
    {
      ask: 'choice',
      name: 'rhythm',
      label: 'How often',
      options: rhythms.map((rhythm) => [rhythm, oftenWords(rhythm)]),
      initial: 'weekly monday',
    },
    { ask: 'choice', name: 'at', label: 'At', options: halfHours.map((time) => [time, time]), initial: '09:00' },
    { ask: 'words', name: 'zone', label: 'Time zone', initial: zone, hint: 'Like Europe/Berlin, or a city alone.' },
  ];
  return digestSave.draw(questions);
}

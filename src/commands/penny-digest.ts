import { z } from 'zod';
import { digestWords } from '../domain/digest-words.ts';
import { Fault } from '../domain/fault.ts';
import { command } from '../engine/command.ts';
import { digestIsSet, digestList, regularQuestion } from '../interactions/digest-controls.ts';
import { setDigest } from '../workflows/set-digest.ts';

export const pennyDigest = command({
  name: '/penny digest',
  says: 'Post a report, or reminders of due dates, to a channel on a schedule',
  usage:
    '[daily | weekdays | weekly on monday | monthly on the 15th] [a question as after /spend] [in #channel] [at 9] | reminders [3 days before] [in #channel] [at 8]',
  examples: ['/penny digest', '/penny digest reminders 3 days before', '/penny digest weekly vendors last week at 9'],
  needs: 'digest.manage',
  args: z.strictObject({ text: z.string() }),
  positional: 'text',

  async run({ text }, { call, grant, ports }) {
    if (text.trim() === '') return digestList(ports);
    const { asks, channel, rhythm, at } = digestWords(text);
    const timetable = { rhythm, at, zone: grant.actor.zone };
    const place = channel ?? call.channel;
    if (place === null) throw new Fault('invalid', 'Say in which channel: in #finance, for example.');
    const what = asks.kind === 'report' ? regularQuestion(asks.words, timetable, grant, ports) : asks;
    return digestIsSet(await setDigest({ asks: what, channel: place, ...timetable }, grant, ports));
  },
});

import { dayOf } from '../domain/calendar.ts';
import type { Saying } from '../domain/reply.ts';
import type { Ports } from '../engine/ports.ts';

/** Tells the ops channel that the paid reader is left alone, and in the same message when it answers again: one message a day. Nothing where no such channel is set. */
export async function tellOfReader(
  isAway: boolean,
  { store, settings, clock }: Pick<Ports, 'store' | 'settings' | 'clock'>,
): Promise<void> {
  const channel = settings.opsChannel;
  if (channel === null) return;
  const key = `alert:reader-away:${dayOf(clock.now())}`;
  await store.outbox.say({ key, channel, thread: null, saying: isAway ? away : back });
}

const saying = (summary: string, next: string): Saying => ({
  summary,
  parts: [
    { part: 'text', text: [{ bold: summary }] },
    { part: 'note', text: next },
  ],
});

const away = saying(
  'Textract keeps failing, so files are read by the embedded reader for now.',
  'Nothing is lost; scans may need more looks. Penny tries Textract again every minute. If this stays, look at the AWS health page and at the log for “Textract did not answer”.',
);
const back = saying(
  'Textract answers again, and reads files as before.',
  'What was read meanwhile by the embedded reader and is in doubt can be read again from its card.',
);

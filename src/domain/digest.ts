import { z } from 'zod';
import type { Span, Text } from './reply.ts';
import { type Timetable, timetableWords } from './rhythm.ts';

/** What is posted: the answer to a question, which is kept in words and understood anew each time; or what falls due within so many days. */
export type DigestAsks =
  | { readonly kind: 'report'; readonly words: string }
  | { readonly kind: 'reminders'; readonly days: number };

/** Something that comes to a channel on a schedule. `next` is when it comes next; a stopped one does not come. */
export type Digest = Timetable & {
  readonly id: bigint;
  readonly asks: DigestAsks;
  readonly channel: string;
  readonly next: Date;
  readonly isStopped: boolean;
  readonly setBy: { readonly name: string; readonly slackUser: string | null };
  /** Why the latest did not come; null when it did. */
  readonly leftOut: { readonly slot: Date; readonly why: string } | null;
};

/** Longer questions than anybody types; what a button and a line of the list have room for. */
export const longestQuestion = 300;

/** Days before, of reminders. */
export const mostDays = 30;

/** What it is called: “vendors last week”. */
export function digestName(asks: DigestAsks): string {
  if (asks.kind === 'report') return `“${asks.words}”`;
  const { days } = asks;
  return days === 0 ? 'Reminders on the day' : `Reminders ${days} ${days === 1 ? 'day' : 'days'} before`;
}

/** Where it comes. Direct messages have no name that Slack would show. */
export const digestPlace = ({ channel }: Pick<Digest, 'channel'>): Span =>
  channel.startsWith('D') ? 'direct messages' : { channel };

/** What stands below each: what it is, when it comes, and who wanted it; by name, for a mention would ring each time. */
export const digestByline = ({ asks, setBy, ...timetable }: Digest): Text => [
  `${digestName(asks)}, ${timetableWords(timetable)} · set by ${setBy.name} · `,
  { code: '/penny digest' },
];

/** What a button under a digest carries: which one. */
export const DigestRef = z.strictObject({ digest: z.string().regex(/^\d{1,18}$/) });

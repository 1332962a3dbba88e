import type { Message } from '../../page-api.ts';

/** What stands in the channel itself: everything but replies. */
export function inChannel(messages: readonly Message[]): readonly Message[] {
  return messages.filter((message) => message.threadTs === null || message.threadTs === message.ts);
}

/** A message and its replies, oldest first. */
export function inThread(messages: readonly Message[], thread: string): readonly Message[] {
  return messages.filter((message) => message.ts === thread || message.threadTs === thread);
}

const sameBreath = 5 * 60;

/** Whether a message goes on where the one before it left off: same author, same day, a few minutes later. */
export function continues(before: Message | undefined, message: Message): boolean {
  if (before?.user !== message.user || before.ephemeral !== message.ephemeral || before.replyCount > 0) return false;
  return Number(message.ts) - Number(before.ts) < sameBreath && dayOf(before) === dayOf(message);
}

export function dayOf(message: Message): string {
  return timeOf(message).toDateString();
}

export function timeOf(message: Message): Date {
  return new Date(Number(message.ts) * 1000);
}

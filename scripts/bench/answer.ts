import type { Message, Snapshot } from '../../src/sandbox/page-api.ts';
import type { SandboxPerson } from '../../src/sandbox/person.ts';

export const hasPicture = ({ blocks }: Message): boolean => blocks.some(({ type }) => type === 'image');

/** In milliseconds; on a busy machine twenty people wait long for each other's pictures. */
const patience = 120_000;

/** Types a command and waits for the answer that only this person sees. */
export async function answer(
  person: SandboxPerson,
  channel: string,
  command: string,
  isIt: (message: Message) => boolean = () => true,
): Promise<void> {
  const newest = ({ messages }: Snapshot): Message | undefined =>
    messages[channel]?.findLast(({ ephemeral }) => ephemeral);
  const before = newest(person.sees())?.ts ?? '';
  const result = await person.types(command, channel);
  if (!result.ok) throw new Error(result.error);
  await person.waitsFor((seen) => {
    const last = newest(seen);
    return last !== undefined && last.ts > before && isIt(last);
  }, patience);
}

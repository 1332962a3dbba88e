import type { Call } from '../../domain/call.ts';
import type { Reply } from '../../domain/reply.ts';
import type { Command } from '../../engine/command.ts';
import { dispatch } from '../../engine/dispatch.ts';
import type { Entry } from '../../engine/entry.ts';
import type { Interaction } from '../../engine/interaction.ts';
import type { Ports } from '../../engine/ports.ts';
import type { Suggestion } from '../../engine/suggestion.ts';
import type { Answer } from './answer.ts';
import { callerOf } from './calls.ts';
import { sentence } from './deliver.ts';
import type { Place } from './place.ts';

export type ListenerParts = {
  readonly commands: readonly Command[];
  readonly interactions: readonly Interaction[];
  readonly suggestions: readonly Suggestion[];
  readonly ports: Ports;
  readonly answer: Answer;
  /** Penny's own team. */
  readonly team: string;
};

/** One call through the one door, and its answer back to where it came from. */
export async function through(
  entry: Entry,
  place: Place,
  origin: Call['origin'],
  team: string | null,
  given: unknown,
  parts: ListenerParts,
): Promise<void> {
  await parts.answer(await dispatched(entry, place, origin, team, given, parts), place);
}

export function dispatched(
  entry: Entry,
  { call: id, person, channel }: Place,
  origin: Call['origin'],
  team: string | null,
  given: unknown,
  { ports, team: home }: ListenerParts,
): Promise<Reply> {
  return dispatch(entry, { id, origin, ...callerOf(person, team, home), channel, given }, ports);
}

/** The interaction of that name, if it may be reached this way. */
export const named = (name: string, origin: Call['origin'], { interactions }: ListenerParts): Interaction | null =>
  interactions.find((one) => one.name === name && one.origin === origin) ?? null;

export const stale: Reply = sentence('That is from an older Penny. Ask for the message again, then use the new one.');

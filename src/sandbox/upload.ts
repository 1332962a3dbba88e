import type { Actor } from './acts/act.ts';
import { ownChannel, refuse } from './acts/act.ts';
import { linked } from './acts/mentions.ts';
import type { ActionResult } from './page-api.ts';
import { addFile, share } from './sharing.ts';

export type Drop = {
  readonly channel: string;
  readonly name: string;
  readonly bytes: Buffer;
  readonly threadTs?: string | undefined;
  readonly comment?: string | undefined;
};

/** A person drops a file into a channel. */
export function dropFile(actor: Actor, { channel, name, bytes, threadTs, comment }: Drop): ActionResult {
  const { workspace, person } = actor;
  if (person.deleted || person.isBot) return refuse('This account cannot share files.');
  if (!ownChannel(actor, channel)) return refuse('You are not in this channel.');
  const file = addFile(workspace, { name, user: person.id, bytes });
  const text = linked(workspace, comment ?? '');
  const message = share(workspace, {
    files: [file.id],
    channel,
    user: person.id,
    threadTs: threadTs ?? null,
    text,
    blocks: [],
  });
  return { ok: true, ts: message.ts, file: file.id };
}

import type { Grant } from '../domain/access.ts';
import type { Digest } from '../domain/digest.ts';
import { Fault } from '../domain/fault.ts';
import { nextTime } from '../domain/rhythm.ts';
import type { Ports } from '../engine/ports.ts';
import type { NewDigest } from '../ports/digests.ts';

/** From now on it comes to that channel. Fault('invalid') where Penny cannot, or must not, post there. */
export async function setDigest(
  digest: Omit<NewDigest, 'next'>,
  grant: Grant<'digest.manage'>,
  ports: Pick<Ports, 'store' | 'clock' | 'workspace'>,
): Promise<Digest> {
  await assertPostable(digest.channel, grant.actor.slackUser, ports);
  return ports.store.digests.set({ ...digest, next: nextTime(digest, ports.clock.now()) }, grant);
}

/** Fault('invalid') with what would do: where Penny cannot post, and where people of another company would read it. */
export async function assertPostable(
  channel: string,
  person: string | null,
  { workspace }: Pick<Ports, 'workspace'>,
): Promise<void> {
  const problem = channel.startsWith('D')
    ? await problemOfDirect(channel, person, workspace)
    : await problemOf(channel, workspace);
  if (problem !== null) throw new Fault('invalid', problem);
}

async function problemOfDirect(
  channel: string,
  person: string | null,
  workspace: Ports['workspace'],
): Promise<string | null> {
  const isOwn = person !== null && channel === (await workspace.directMessages(person));
  return isOwn ? null : 'Of direct messages Penny knows only those with her. Choose a channel.';
}

async function problemOf(id: string, workspace: Ports['workspace']): Promise<string | null> {
  const channel = await workspace.channel(id);
  if (channel === null)
    return 'Penny does not see that channel: it is gone, or private and she was not invited. Invite her there first: /invite @Penny.';
  const { name, isArchived, isShared, isMember } = channel;
  if (isArchived) return `#${name} is archived. Choose another channel.`;
  if (isShared) return `#${name} is shared with another company, so no numbers come there. Choose another channel.`;
  return isMember ? null : `Invite Penny to #${name} first: /invite @Penny.`;
}

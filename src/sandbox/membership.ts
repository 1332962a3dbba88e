import { announce } from './events.ts';
import type { SeedChannel, SeedPerson } from './seed.ts';
import { userObject } from './shapes.ts';
import type { Workspace } from './workspace.ts';

const CHANNEL_TYPES = { channel: 'C', private: 'G', im: 'D' } as const;

/** Puts somebody into a channel; the app hears of it when it is in there too. */
export function join(workspace: Workspace, channelId: string, user: string, inviter?: string): SeedChannel {
  const channel = mustHave(workspace, channelId);
  if (channel.members.includes(user)) return channel;
  const changed = { ...channel, members: [...channel.members, user] };
  workspace.channels.set(channel.id, changed);
  const event = { ...memberEvent(workspace, 'member_joined_channel', channel, user), ...(inviter ? { inviter } : {}) };
  announce(workspace, event, channel.id);
  workspace.changed();
  return changed;
}

/** Takes somebody out. The app hears `channel_left` of its own leaving, as it is no member any more. */
export function leave(workspace: Workspace, channelId: string, user: string): void {
  const channel = mustHave(workspace, channelId);
  if (!channel.members.includes(user)) return;
  workspace.channels.set(channel.id, { ...channel, members: channel.members.filter((member) => member !== user) });
  if (user === workspace.seed.app.userId) {
    announce(workspace, {
      type: 'channel_left',
      channel: channel.id,
      actor_id: channel.members[0],
      event_ts: workspace.nextTs(),
    });
    announce(workspace, memberEvent(workspace, 'member_left_channel', channel, user));
  } else {
    announce(workspace, memberEvent(workspace, 'member_left_channel', channel, user), channel.id);
  }
  workspace.changed();
}

/** Changes an account (deactivated, made a guest, renamed) and sends `user_change`. */
export function changePerson(workspace: Workspace, id: string, change: Partial<Omit<SeedPerson, 'id'>>): void {
  const person = workspace.people.get(id);
  if (!person) throw new Error(`The sandbox knows nobody with the id ${id}.`);
  const changed = { ...person, ...change };
  workspace.people.set(id, changed);
  const at = Math.floor(workspace.clock.now() / 1000);
  announce(workspace, {
    type: 'user_change',
    user: userObject(workspace, changed),
    cache_ts: at,
    event_ts: workspace.nextTs(),
  });
  workspace.changed();
}

function mustHave(workspace: Workspace, id: string): SeedChannel {
  const channel = workspace.channels.get(id);
  if (!channel) throw new Error(`The sandbox has no channel ${id}.`);
  return channel;
}

function memberEvent(workspace: Workspace, type: string, channel: SeedChannel, user: string) {
  const kind = { channel_type: CHANNEL_TYPES[channel.kind], team: workspace.seed.team.id };
  return { type, user, channel: channel.id, ...kind, event_ts: workspace.nextTs() };
}

import { newId } from './ids.ts';
import type { Values } from './input-state.ts';
import { valuesOf } from './input-state.ts';
import type { SeedChannel, SeedPerson } from './seed.ts';
import { messageObject, viewObject } from './shapes.ts';
import type { StoredMessage, StoredView, Workspace } from './workspace.ts';

type Json = Readonly<Record<string, unknown>>;

const TRIGGER_GOOD_FOR_MS = 3000;

/** The token with which a modal may be opened, by the person's last act. */
export function newTrigger(workspace: Workspace, user: string, viewId: string | null): string {
  const id = `${workspace.clock.now()}.${newId('', 10)}.${newId('', 32).toLowerCase()}`;
  workspace.triggers.set(id, { user, viewId, used: false, expiresAt: workspace.clock.now() + TRIGGER_GOOD_FOR_MS });
  return id;
}

/** What all interactive payloads begin with. */
export function whoAndWhere(workspace: Workspace, person: SeedPerson): Json {
  const { team, app } = workspace.seed;
  return {
    token: 'verification-token-of-the-sandbox',
    api_app_id: app.id,
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
    user: { id: person.id, username: person.name, name: person.name, team_id: person.teamId ?? team.id },
  };
}

/** Apps see `directmessage` and `privategroup` in place of such names. */
export function channelRef(channel: SeedChannel): { readonly id: string; readonly name: string } {
  const names = { channel: channel.name, private: 'privategroup', im: 'directmessage' };
  return { id: channel.id, name: names[channel.kind] };
}

/** Where a pressed element stands, as `block_actions` tells it. An ephemeral message is not sent along. */
export function inMessage(workspace: Workspace, channel: SeedChannel, message: StoredMessage, values: Values): Json {
  const isEphemeral = message.onlyFor !== null;
  const thread = message.threadTs ? { thread_ts: message.threadTs } : {};
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...thread,
    },
    channel: channelRef(channel),
    ...(isEphemeral ? {} : { message: messageObject(workspace, message) }),
    state: { values: valuesOf(message.blocks, values) },
  };
}

export function inView(workspace: Workspace, view: StoredView, values: Values): Json {
  const shown = viewObject(workspace, view, valuesOf(view.body.blocks, values));
  return { container: { type: 'view', view_id: view.id }, view: shown };
}

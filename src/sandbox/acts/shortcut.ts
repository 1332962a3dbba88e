import { channelRef, newTrigger, whoAndWhere } from '../interaction.ts';
import type { Action, ActionResult } from '../page-api.ts';
import { addressOf, newResponseUrl } from '../response-url.ts';
import { messageObject } from '../shapes.ts';
import { findMessage } from '../workspace.ts';
import type { Actor } from './act.ts';
import { ownChannel, refuse } from './act.ts';
import { acknowledged } from './press.ts';

/** A person uses a shortcut, from the menu or on a message. */
export async function runShortcut(actor: Actor, action: Action & { do: 'shortcut' }): Promise<ActionResult> {
  const { workspace, person, delivery } = actor;
  const known = workspace.seed.shortcuts.find(({ callbackId }) => callbackId === action.callbackId);
  if (!known) return refuse('This shortcut does not exist.');
  const about = known.type === 'message' ? onMessage(actor, action) : { type: 'shortcut' };
  if (!about) return refuse('This message is gone.');
  const reply = await delivery.ask('interactive', {
    ...whoPicked(actor, known.type),
    ...about,
    callback_id: known.callbackId,
    trigger_id: newTrigger(workspace, person.id, null),
    action_ts: workspace.nextTs(),
  });
  return acknowledged(reply);
}

/** Shortcuts name the person in two ways, and the app not at all. */
function whoPicked({ workspace, person }: Actor, type: 'global' | 'message') {
  const { api_app_id: _, ...who } = whoAndWhere(workspace, person);
  const { id, name, teamId = workspace.seed.team.id } = person;
  return { ...who, user: { id, ...(type === 'message' ? { name } : { username: name }), team_id: teamId } };
}

function onMessage(actor: Actor, { channel: id = '', ts = '' }: Action & { do: 'shortcut' }) {
  const { workspace, person } = actor;
  const channel = ownChannel(actor, id);
  const message = findMessage(workspace, id, ts);
  if (!channel || !message || message.onlyFor) return undefined;
  const url = newResponseUrl(workspace, { user: person.id, channel: id, threadTs: message.threadTs, original: null });
  return {
    type: 'message_action',
    channel: channelRef(channel),
    message_ts: ts,
    message: messageObject(workspace, message),
    response_url: addressOf(workspace, url),
  };
}

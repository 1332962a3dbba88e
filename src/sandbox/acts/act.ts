import type { Delivery } from '../delivery.ts';
import { announce, announceMessage } from '../events.ts';
import type { Action, ActionResult } from '../page-api.ts';
import type { SeedChannel, SeedPerson } from '../seed.ts';
import { viewObject } from '../shapes.ts';
import { deleteFile } from '../sharing.ts';
import type { Workspace } from '../workspace.ts';
import { draft, messagesOf, openDirectMessage, putMessage } from '../workspace.ts';
import { runCommand } from './command.ts';
import { linked } from './mentions.ts';
import { closeView, submitView } from './modal.ts';
import { press } from './press.ts';
import { runShortcut } from './shortcut.ts';

/** What a person's act needs: the workspace, the way to the app, and the person. */
export type Actor = {
  readonly workspace: Workspace;
  readonly delivery: Pick<Delivery, 'ask'>;
  readonly person: SeedPerson;
};

/** Does what a person does in Slack's window. The promise ends when the app has acknowledged, or has failed to. */
export async function act(actor: Actor, action: Action): Promise<ActionResult> {
  if (actor.person.deleted) return refuse('This account is deactivated.');
  if (actor.person.isBot) return refuse('The app cannot be acted for.');
  switch (action.do) {
    case 'post':
      return post(actor, action);
    case 'command':
      return runCommand(actor, action);
    case 'press':
      return press(actor, action);
    case 'submit':
      return submitView(actor, action);
    case 'close':
      return closeView(actor, action.viewId);
    case 'home':
      return openHome(actor);
    case 'shortcut':
      return runShortcut(actor, action);
    case 'delete-file':
      return dropFile(actor, action.file);
    case 'read':
      return read(actor, action.channel);
  }
}

export function refuse(error: string): ActionResult {
  return { ok: false, error };
}

/** The channel, if the person is in it. */
export function ownChannel({ workspace, person }: Actor, id: string): SeedChannel | undefined {
  const channel = workspace.channels.get(id);
  return channel?.members.includes(person.id) ? channel : undefined;
}

function post(actor: Actor, { channel: id, text, threadTs }: Action & { do: 'post' }): ActionResult {
  const { workspace, person } = actor;
  const channel = ownChannel(actor, id);
  if (!channel) return refuse('You are not in this channel.');
  if (text.trim() === '') return refuse('The message is empty.');
  const message = { ...draft(workspace, id, person.id), text: linked(workspace, text), threadTs: threadTs ?? null };
  putMessage(workspace, message);
  markRead(actor, id);
  announceMessage(workspace, message);
  return { ok: true, ts: message.ts };
}

function openHome({ workspace, person }: Actor): ActionResult {
  const home = workspace.homes.get(person.id);
  announceOpened(workspace, person, 'home', home ? { view: viewObject(workspace, home) } : {});
  return { ok: true };
}

function announceOpened(workspace: Workspace, person: SeedPerson, tab: 'home' | 'messages', more = {}): void {
  const channel = openDirectMessage(workspace, person.id).id;
  announce(workspace, {
    type: 'app_home_opened',
    user: person.id,
    channel,
    tab,
    event_ts: workspace.nextTs(),
    ...more,
  });
}

function dropFile({ workspace, person }: Actor, id: string): ActionResult {
  const file = workspace.files.get(id);
  if (!file || file.deleted) return refuse('This file is gone.');
  if (file.user !== person.id && !person.isAdmin) return refuse('Only who shared a file, or an admin, can delete it.');
  deleteFile(workspace, file);
  return { ok: true };
}

/** Opening the direct message with the app is opening its Messages tab. */
function read(actor: Actor, id: string): ActionResult {
  const channel = ownChannel(actor, id);
  if (!channel) return refuse('You are not in this channel.');
  const isFirst = !actor.workspace.read.has(`${actor.person.id}:${id}`);
  markRead(actor, id);
  if (channel.kind === 'im' && isFirst) announceOpened(actor.workspace, actor.person, 'messages');
  return { ok: true };
}

function markRead({ workspace, person }: Actor, channel: string): void {
  const newest = messagesOf(workspace, channel).at(-1)?.ts ?? '0';
  const key = `${person.id}:${channel}`;
  if (workspace.read.get(key) === newest) return;
  workspace.read.set(key, newest);
  workspace.changed();
}

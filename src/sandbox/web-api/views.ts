import type { Args } from '../arguments.ts';
import { required, structure, text } from '../arguments.ts';
import { findView, newView, prepareView, pushView, replaceView, stackOf } from '../modals.ts';
import { Refusal, refusalWith } from '../refusal.ts';
import { viewObject } from '../shapes.ts';
import type { StoredView, Trigger, Workspace } from '../workspace.ts';
import type { Answer, Methods } from './method.ts';
import { knownPerson } from './method.ts';

/** A trigger is good once, and for three seconds. */
function exchange(workspace: Workspace, args: Args): Trigger {
  const id = required(args, 'trigger_id');
  const trigger = workspace.triggers.get(id);
  if (!trigger) throw refusalWith('invalid_arguments', ['invalid `trigger_id` [json-pointer:/trigger_id]']);
  if (trigger.used) throw new Refusal('exchanged_trigger_id');
  if (workspace.clock.now() > trigger.expiresAt) throw new Refusal('expired_trigger_id');
  workspace.triggers.set(id, { ...trigger, used: true });
  return trigger;
}

function open(workspace: Workspace, args: Args): Answer {
  const body = prepareView(workspace, structure(args, 'view'), 'modal');
  const trigger = exchange(workspace, args);
  const view = newView(trigger.user, body);
  workspace.modals.set(trigger.user, [view]);
  return shown(workspace, view);
}

function push(workspace: Workspace, args: Args): Answer {
  const body = prepareView(workspace, structure(args, 'view'), 'modal');
  const trigger = exchange(workspace, args);
  const isOpen = stackOf(workspace, trigger.user).some(({ id }) => id === trigger.viewId);
  if (!isOpen) throw new Refusal('not_found');
  return shown(workspace, pushView(workspace, trigger.user, body));
}

function update(workspace: Workspace, args: Args): Answer {
  const view = askedView(workspace, args);
  if (!view) throw new Refusal('not_found');
  checkHash(view, args);
  const body = prepareView(workspace, structure(args, 'view'), view.body.type === 'home' ? 'home' : 'modal');
  return shown(workspace, replaceView(workspace, view, body));
}

function publish(workspace: Workspace, args: Args): Answer {
  const person = knownPerson(workspace, required(args, 'user_id'));
  const body = prepareView(workspace, structure(args, 'view'), 'home');
  const before = workspace.homes.get(person.id);
  if (before) checkHash(before, args);
  const view = before ? replaceView(workspace, before, body) : newView(person.id, body);
  workspace.homes.set(person.id, view);
  return shown(workspace, view);
}

function askedView(workspace: Workspace, args: Args): StoredView | undefined {
  const external = text(args, 'external_id');
  const all = [...workspace.modals.values()].flat();
  return external
    ? all.find(({ body }) => body.external_id === external)
    : findView(workspace, text(args, 'view_id') ?? '');
}

function checkHash(view: StoredView, args: Args): void {
  const hash = text(args, 'hash');
  if (hash && hash !== view.hash) throw new Refusal('hash_conflict');
}

function shown(workspace: Workspace, view: StoredView): Answer {
  workspace.changed();
  return { ok: true, view: viewObject(workspace, view) };
}

export const views: Methods = {
  'views.open': { run: open },
  'views.push': { run: push },
  'views.update': { run: update },
  'views.publish': { run: publish },
};

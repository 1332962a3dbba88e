import { record } from './arguments.ts';
import { checkView } from './block-kit/view.ts';
import { fillIds } from './block-kit/walk.ts';
import { checkSlackFiles } from './compose.ts';
import { newId } from './ids.ts';
import type { Block } from './page-api.ts';
import { Refusal, refusalWith } from './refusal.ts';
import type { StoredView, Workspace } from './workspace.ts';

export const MAX_STACK = 3;

export function stackOf(workspace: Workspace, user: string): readonly StoredView[] {
  return workspace.modals.get(user) ?? [];
}

/** An open modal or a published Home, by its id. */
export function findView(workspace: Workspace, id: string): StoredView | undefined {
  return [...[...workspace.modals.values()].flat(), ...workspace.homes.values()].find((view) => view.id === id);
}

/** A view as the app sent it, checked as Slack checks it, with ids where the app gave none. */
export function prepareView(workspace: Workspace, given: unknown, type: 'modal' | 'home'): StoredView['body'] {
  const problems = checkView(given, type);
  if (problems.length > 0) throw refusalWith('invalid_arguments', problems);
  const view = record(given);
  const blocks = fillIds(view.blocks as readonly Block[]); // the check has seen to it
  checkSlackFiles(workspace, blocks, '/view/blocks', 'invalid_arguments');
  return { ...view, type, blocks };
}

export function newView(user: string, body: StoredView['body'], beneath?: StoredView): StoredView {
  const id = newId('V');
  return {
    id,
    user,
    rootId: beneath?.rootId ?? id,
    previousId: beneath?.id ?? null,
    hash: newHash(),
    body,
    errors: {},
  };
}

/** Lays a view over the topmost one; Slack allows three. */
export function pushView(workspace: Workspace, user: string, body: StoredView['body']): StoredView {
  const stack = stackOf(workspace, user);
  if (stack.length >= MAX_STACK) throw new Refusal('push_limit_reached');
  const view = newView(user, body, stack.at(-1));
  workspace.modals.set(user, [...stack, view]);
  return view;
}

/** Same id, new contents, new hash. */
export function replaceView(workspace: Workspace, old: StoredView, body: StoredView['body']): StoredView {
  const view = { ...old, body, hash: newHash(), errors: {} };
  storeView(workspace, view);
  return view;
}

export function storeView(workspace: Workspace, view: StoredView): void {
  if (view.body.type === 'home') workspace.homes.set(view.user, view);
  else
    workspace.modals.set(
      view.user,
      stackOf(workspace, view.user).map((other) => (other.id === view.id ? view : other)),
    );
  workspace.changed();
}

/** Takes the view and all above it away. */
export function popView(workspace: Workspace, view: StoredView): void {
  const stack = stackOf(workspace, view.user);
  const index = stack.findIndex(({ id }) => id === view.id);
  if (index >= 0) workspace.modals.set(view.user, stack.slice(0, index));
  workspace.changed();
}

export function clearViews(workspace: Workspace, user: string): void {
  workspace.modals.set(user, []);
  workspace.changed();
}

function newHash(): string {
  return `${Math.floor(Date.now() / 1000)}.${newId('', 8)}`;
}

import { record } from '../arguments.ts';
import { clientErrors, valuesOf } from '../input-state.ts';
import { newTrigger, whoAndWhere } from '../interaction.ts';
import { clearViews, findView, popView, prepareView, pushView, replaceView, storeView } from '../modals.ts';
import type { Action, ActionResult } from '../page-api.ts';
import { Refusal } from '../refusal.ts';
import { viewObject } from '../shapes.ts';
import type { StoredView } from '../workspace.ts';
import type { Actor } from './act.ts';
import { refuse } from './act.ts';

type Json = Readonly<Record<string, unknown>>;

const TROUBLE = 'We had some trouble connecting. Try again?';

/** A person sends a modal. Slack itself asks for missing fields before it asks the app. */
export async function submitView(actor: Actor, action: Action & { do: 'submit' }): Promise<ActionResult> {
  const { workspace, person, delivery } = actor;
  const view = ownModal(actor, action.viewId);
  if (!view) return refuse('This window is gone.');
  if (!view.body.submit) return refuse('This window has nothing to submit.');
  const values = valuesOf(view.body.blocks, action.values);
  const missing = clientErrors(view.body.blocks, values);
  storeView(workspace, { ...view, errors: missing });
  if (Object.keys(missing).length > 0) return refuse(Object.values(missing).join(' '));
  const reply = await delivery.ask('interactive', {
    type: 'view_submission',
    ...whoAndWhere(workspace, person),
    trigger_id: newTrigger(workspace, person.id, view.id),
    view: viewObject(workspace, view, values),
    response_urls: [],
  });
  if (!reply.acked) return refuse(TROUBLE);
  try {
    return answered(actor, findView(workspace, view.id) ?? view, reply.payload);
  } catch (error) {
    // What the app wants to show is not a valid view: Slack tells the person nothing but this.
    if (error instanceof Refusal) return refuse(`${TROUBLE} (${error.code}: ${JSON.stringify(error.more)})`);
    throw error;
  }
}

function answered({ workspace, person }: Actor, view: StoredView, payload: Json): ActionResult {
  switch (payload.response_action) {
    case 'errors':
      return showErrors(workspace, view, record(payload.errors));
    case 'update':
      replaceView(workspace, view, prepareView(workspace, payload.view, 'modal'));
      return { ok: true };
    case 'push':
      pushView(workspace, person.id, prepareView(workspace, payload.view, 'modal'));
      workspace.changed();
      return { ok: true };
    case 'clear':
      clearViews(workspace, person.id);
      return { ok: true };
    default:
      popView(workspace, view);
      return { ok: true };
  }
}

/** Errors must name input blocks, or Slack shows its own. */
function showErrors(workspace: Actor['workspace'], view: StoredView, errors: Json): ActionResult {
  const inputs = new Set(view.body.blocks.filter(({ type }) => type === 'input').map(({ block_id: id }) => id));
  const named = Object.entries(errors).map(([id, error]) => [id, String(error)] as const);
  if (named.length === 0 || named.some(([id]) => !inputs.has(id))) return refuse(TROUBLE);
  storeView(workspace, { ...view, errors: Object.fromEntries(named) });
  return refuse(named.map(([, error]) => error).join(' '));
}

/** A person closes the topmost modal; the app hears of it if it asked to. */
export async function closeView(actor: Actor, viewId: string): Promise<ActionResult> {
  const { workspace, person, delivery } = actor;
  const view = ownModal(actor, viewId);
  if (!view) return refuse('This window is gone.');
  const clears = view.body.clear_on_close === true;
  if (clears) clearViews(workspace, person.id);
  else popView(workspace, view);
  if (view.body.notify_on_close === true) {
    const payload = {
      type: 'view_closed',
      ...whoAndWhere(workspace, person),
      view: viewObject(workspace, view),
      is_cleared: clears,
    };
    // The window is gone whether the app answers or not.
    await delivery.ask('interactive', payload);
  }
  return { ok: true };
}

function ownModal({ workspace, person }: Actor, viewId: string): StoredView | undefined {
  const view = findView(workspace, viewId);
  return view?.user === person.id && view.body.type === 'modal' ? view : undefined;
}

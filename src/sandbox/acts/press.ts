import { elementsOf } from '../block-kit/walk.ts';
import { inMessage, inView, newTrigger, whoAndWhere } from '../interaction.ts';
import { findView } from '../modals.ts';
import type { Reply } from '../outgoing.ts';
import type { Action, ActionResult, ElementState } from '../page-api.ts';
import { addressOf, newResponseUrl } from '../response-url.ts';
import type { StoredMessage, StoredView } from '../workspace.ts';
import { findMessage } from '../workspace.ts';
import type { Actor } from './act.ts';
import { ownChannel, refuse } from './act.ts';

type Json = Readonly<Record<string, unknown>>;
type Press = Action & { do: 'press' };

/** A person presses a button, or picks something, in a message, a modal or the Home. */
export async function press(actor: Actor, action: Press): Promise<ActionResult> {
  const place = placeOf(actor, action);
  if (!place) return refuse('This message or window is gone.');
  const found = elementsOf(place.blocks).find(
    (one) => one.blockId === action.blockId && one.actionId === action.actionId,
  );
  if (!found) return refuse('This button or field is gone: the app has changed it meanwhile.');
  const { workspace, person, delivery } = actor;
  const viewId = place.view?.id ?? null;
  const reply = await delivery.ask('interactive', {
    type: 'block_actions',
    ...whoAndWhere(workspace, person),
    trigger_id: newTrigger(workspace, person.id, viewId),
    ...place.payload,
    actions: [pressed(actor, found, action.element)],
  });
  return acknowledged(reply);
}

/** Slack shows a warning sign beside what was pressed. */
export function acknowledged(reply: Reply): ActionResult {
  if (reply.acked) return { ok: true };
  const why = reply.why === 'timeout' ? 'The app did not respond within 3 seconds' : 'The app is not connected';
  return refuse(`${why}. Try again.`);
}

type Place = { readonly blocks: StoredMessage['blocks']; readonly view?: StoredView; readonly payload: Json };

function placeOf(actor: Actor, { at, values }: Press): Place | undefined {
  const { workspace, person } = actor;
  if ('viewId' in at) {
    const view = findView(workspace, at.viewId);
    return view?.user === person.id
      ? { blocks: view.body.blocks, view, payload: inView(workspace, view, values) }
      : undefined;
  }
  const channel = ownChannel(actor, at.channel);
  const message = findMessage(workspace, at.channel, at.ts);
  if (!channel || !message || (message.onlyFor && message.onlyFor !== person.id)) return undefined;
  const { ts: original, threadTs } = message;
  const url = newResponseUrl(workspace, { user: person.id, channel: channel.id, threadTs, original });
  return {
    blocks: message.blocks,
    payload: { ...inMessage(workspace, channel, message, values), response_url: addressOf(workspace, url) },
  };
}

/** What of the element's own definition Slack repeats in `actions`. */
const REPEATED = ['text', 'value', 'style', 'confirm', 'accessibility_label', 'placeholder', 'icon', 'url'];

function pressed(
  { workspace }: Actor,
  { blockId, actionId, element }: { blockId: string; actionId: string; element: Json },
  state: ElementState,
): Json {
  const own = Object.fromEntries(REPEATED.filter((key) => key in element).map((key) => [key, element[key]]));
  return {
    ...own,
    ...state,
    type: element.type,
    action_id: actionId,
    block_id: blockId,
    action_ts: workspace.nextTs(),
  };
}

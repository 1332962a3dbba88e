import { record } from '../arguments.ts';
import { elementsOf } from '../block-kit/walk.ts';
import { inMessage, inView, whoAndWhere } from '../interaction.ts';
import { findView } from '../modals.ts';
import type { LookUp, Offered, OfferedGroup } from '../page-api.ts';
import type { StoredMessage } from '../workspace.ts';
import { findMessage } from '../workspace.ts';
import type { Actor } from './act.ts';
import { ownChannel } from './act.ts';

type Json = Readonly<Record<string, unknown>>;

/** A person types into a menu whose options come from the app, which has three seconds to give them. */
export async function lookUp(actor: Actor, { at, blockId, actionId, query }: LookUp): Promise<Offered> {
  const place = placeOf(actor, at);
  const isThere = elementsOf(place?.blocks ?? []).some((one) => one.blockId === blockId && one.actionId === actionId);
  if (!place || !isThere) return { ok: false, error: 'This field is gone: the app has changed it meanwhile.' };
  const reply = await actor.delivery.ask('interactive', {
    type: 'block_suggestion',
    ...whoAndWhere(actor.workspace, actor.person),
    ...place.payload,
    action_id: actionId,
    block_id: blockId,
    value: query,
  });
  if (!reply.acked) return { ok: false, error: 'The app gave no options within 3 seconds.' };
  const groups = groupsIn(reply.payload);
  const count = groups.reduce((sum, { options }) => sum + options.length, 0);
  return { ok: true, groups: count > 100 ? [] : groups }; // Slack shows no result for more than a hundred
}

function groupsIn({ options, option_groups: groups }: Json): readonly OfferedGroup[] {
  const list = (given: unknown) => (Array.isArray(given) ? given.flatMap(optionIn) : []);
  if (!Array.isArray(groups)) return [{ label: null, options: list(options) }];
  return groups.map((group) => ({ label: textIn(record(group).label), options: list(record(group).options) }));
}

/** What is no option, or has more letters than Slack takes, is shown by nobody. */
function optionIn(given: unknown): OfferedGroup['options'] {
  const { text, value } = record(given);
  const label = textIn(text);
  if (typeof value !== 'string' || label === '' || label.length > 75 || value === '' || value.length > 75) return [];
  return [{ text: { type: 'plain_text', text: label }, value }];
}

const textIn = (object: unknown): string => String(record(object).text ?? '');

function placeOf(
  actor: Actor,
  at: LookUp['at'],
): { readonly blocks: StoredMessage['blocks']; readonly payload: Json } | undefined {
  const { workspace, person } = actor;
  if ('viewId' in at) {
    const view = findView(workspace, at.viewId);
    return view?.user === person.id ? { blocks: view.body.blocks, payload: inView(workspace, view, {}) } : undefined;
  }
  const channel = ownChannel(actor, at.channel);
  const message = findMessage(workspace, at.channel, at.ts);
  if (!channel || !message || (message.onlyFor && message.onlyFor !== person.id)) return undefined;
  return { blocks: message.blocks, payload: inMessage(workspace, channel, message, {}) };
}

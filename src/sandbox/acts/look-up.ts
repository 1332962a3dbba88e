import { record } from '../arguments.ts';
import type { Element } from '../block-kit/walk.ts';
import { inMessage, inView, whoAndWhere } from '../interaction.ts';
import { findView } from '../modals.ts';
import { findMessage } from '../workspace.ts';
import type { Actor } from './act.ts';
import { ownChannel } from './act.ts';

export type Menu = {
  readonly at: { readonly channel: string; readonly ts: string } | { readonly viewId: string };
  readonly element: Element;
};

/** A person types into a menu whose options come from the app; nothing when the app does not answer in three seconds. */
export async function lookUp(actor: Actor, { at, element }: Menu, query: string): Promise<readonly string[]> {
  const reply = await actor.delivery.ask('interactive', {
    type: 'block_suggestion',
    ...whoAndWhere(actor.workspace, actor.person),
    ...place(actor, at),
    action_id: element.actionId,
    block_id: element.blockId,
    value: query,
  });
  if (!reply.acked) return [];
  const { options, option_groups: groups } = reply.payload;
  const all = Array.isArray(groups) ? groups.flatMap((group) => record(group).options) : options;
  if (!Array.isArray(all) || all.length > 100) return []; // Slack shows no result for more than a hundred
  return all.map((option) => String(record(record(option).text).text));
}

function place(actor: Actor, at: Menu['at']) {
  const { workspace } = actor;
  if ('viewId' in at) {
    const view = findView(workspace, at.viewId);
    return view ? inView(workspace, view, {}) : {};
  }
  const channel = ownChannel(actor, at.channel);
  const message = findMessage(workspace, at.channel, at.ts);
  return channel && message ? inMessage(workspace, channel, message, {}) : {};
}

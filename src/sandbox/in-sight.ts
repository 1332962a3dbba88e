import type { Element } from './block-kit/walk.ts';
import { elementsOf } from './block-kit/walk.ts';
import type { Action, Block, Snapshot, View } from './page-api.ts';

/** Where to look for what is pressed or filled. Left out: the topmost modal, else the newest message that has it, else the Home. */
export type Where = { readonly channel: string; readonly ts?: string } | { readonly viewId: string } | 'home';

export type Found = { readonly at: (Action & { do: 'press' })['at']; readonly element: Element };

/** A channel by id or name; `dm` is the direct message with the app. */
export function channelOf({ channels }: Snapshot, asked: string): string {
  const name = asked.replace(/^#/, '');
  const found = channels.find(
    (channel) => channel.id === asked || (channel.kind === 'im' ? name === 'dm' : channel.name === name),
  );
  return found?.id ?? asked;
}

export function topModal({ modals }: Snapshot): View {
  const modal = modals.at(-1);
  if (!modal) throw new Error('No modal is open.');
  return modal;
}

/** All places the person could press something, the likeliest first. */
function places(
  seen: Snapshot,
  where: Where | undefined,
): readonly { readonly at: Found['at']; readonly blocks: readonly Block[] }[] {
  const modals = seen.modals.toReversed().map(({ id, blocks }) => ({ at: { viewId: id }, blocks }));
  const home = seen.home ? [{ at: { viewId: seen.home.id }, blocks: seen.home.blocks }] : [];
  if (where === 'home') return home;
  if (where && 'viewId' in where) return [...modals, ...home].filter(({ at }) => at.viewId === where.viewId);
  const channel = where ? channelOf(seen, where.channel) : undefined;
  const messages = Object.entries(seen.messages)
    .flatMap(([id, list]) => (channel === undefined || channel === id ? list : []))
    .filter(({ ts }) => !where?.ts || where.ts === ts)
    .sort((a, b) => Number(b.ts) - Number(a.ts))
    .map(({ channel: id, ts, blocks }) => ({ at: { channel: id, ts }, blocks }));
  return where ? messages : [...modals, ...messages, ...home];
}

/** The first that matches, or an error that says what there is instead. */
export function find(seen: Snapshot, what: string, where: Where | undefined): Found {
  const all = places(seen, where);
  for (const { at, blocks } of all) {
    const element = match(blocks, what);
    if (element) return { at, element };
  }
  throw new Error(
    `${seen.me.realName} sees nothing called “${what}”. There is: ${names(all.flatMap(({ blocks }) => blocks))}.`,
  );
}

/** By action_id, block_id, or the words a person reads. */
export function match(blocks: readonly Block[], what: string): Element | undefined {
  return elementsOf(blocks).find((one) => [one.actionId, one.blockId, ...labels(one)].includes(what));
}

/** The words by which a person knows an element. */
function labels({ block, element }: Element): readonly string[] {
  const texts = [
    element.text,
    block.type === 'input' ? block.label : undefined,
    element.placeholder,
    element.accessibility_label,
  ];
  return texts.flatMap((part) => {
    if (typeof part === 'string') return [part];
    // a text object or nothing: Block Kit knows no third
    const inner = (part as { text?: unknown } | undefined)?.text;
    return typeof inner === 'string' ? [inner] : [];
  });
}

export function names(blocks: readonly Block[]): string {
  return (
    elementsOf(blocks)
      .map((one) => `“${labels(one)[0] ?? one.actionId}”`)
      .join(', ') || 'nothing'
  );
}

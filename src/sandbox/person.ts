import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Actor } from './acts/act.ts';
import { act } from './acts/act.ts';
import { lookUp } from './acts/look-up.ts';
import type { Element } from './block-kit/walk.ts';
import { elementsOf } from './block-kit/walk.ts';
import type { Delivery } from './delivery.ts';
import { entered } from './entry.ts';
import type { Values } from './input-state.ts';
import type { Action, ActionResult, Block, ElementState, Snapshot } from './page-api.ts';
import type { SnapshotParts } from './snapshot.ts';
import { snapshot } from './snapshot.ts';
import { dropFile } from './upload.ts';

/** Where to look for what is pressed or filled. Left out: the topmost modal, else the newest message that has it, else the Home. */
export type Where = { readonly channel: string; readonly ts?: string } | { readonly viewId: string } | 'home';

/** What is typed or picked, by label, block_id or action_id. Options and people by their text, name or id; dates as in ISO. */
export type Entries = Readonly<Record<string, string | readonly string[] | null>>;

/** A scripted person: acts and sees as the page does. Channels by id or name, people by id or name. */
export type SandboxPerson = {
  readonly id: string;
  /** A message, or a command when it begins with a slash. */
  types(text: string, channel: string, threadTs?: string): Promise<ActionResult>;
  shares(
    file: string | { readonly name: string; readonly bytes: Uint8Array },
    channel: string,
    more?: { threadTs?: string; comment?: string },
  ): Promise<ActionResult>;
  /** Presses a button by its words or action_id. */
  presses(what: string, where?: Where): Promise<ActionResult>;
  /** Picks an option, a person, a date, where picking alone sends something to the app. */
  picks(what: string, choice: string | readonly string[], where?: Where): Promise<ActionResult>;
  /** Fills the topmost modal; nothing is sent until it is submitted. */
  fills(entries: Entries): void;
  submits(entries?: Entries): Promise<ActionResult>;
  closes(): Promise<ActionResult>;
  opensHome(): Promise<ActionResult>;
  /** A shortcut by name or callback_id; one for messages with the message. */
  uses(shortcut: string, on?: { readonly channel: string; readonly ts: string }): Promise<ActionResult>;
  /** Types into a menu whose options the app supplies; answers with their texts. */
  looksUp(what: string, query: string, where?: Where): Promise<readonly string[]>;
  deletesFile(file: string): Promise<ActionResult>;
  sees(): Snapshot;
  /** The first answer of `look` that is not undefined, null or false. */
  waitsFor<T>(look: (seen: Snapshot) => T | undefined | null | false, timeoutMs?: number): Promise<T>;
};

type Found = { readonly at: (Action & { do: 'press' })['at']; readonly element: Element };

export function actAs(view: SnapshotParts, delivery: Pick<Delivery, 'ask'>, name: string): SandboxPerson {
  const { workspace } = view;
  const found = [...workspace.people.values()].find((one) => [one.id, one.name, one.realName].includes(name));
  if (!found) throw new Error(`The sandbox knows nobody called ${name}.`);
  const { id } = found;
  /** What has been typed but not sent, by view. */
  const drafts = new Map<string, Values>();
  const actor = (): Actor => ({ workspace, delivery, person: workspace.people.get(id) ?? found });
  const sees = () => snapshot(view, actor().person);
  const does = (action: Action) => act(actor(), action);
  const channelId = (channel: string) => channelOf(sees(), channel);
  const draftOf = (at: Found['at']) => ('viewId' in at ? (drafts.get(at.viewId) ?? {}) : {});

  const pressing = (what: string, where: Where | undefined, choice?: string | readonly string[]) => {
    const { at, element } = find(sees(), what, where);
    const state = choice === undefined ? { type: element.element.type } : entered(workspace, element, choice);
    const values = choice === undefined ? draftOf(at) : withValue(draftOf(at), element, state);
    if ('viewId' in at) drafts.set(at.viewId, values);
    return does({ do: 'press', at, blockId: element.blockId, actionId: element.actionId, element: state, values });
  };
  const fills = (entries: Entries) => {
    const modal = topModal(sees());
    for (const [what, choice] of Object.entries(entries)) {
      const element = match(modal.blocks, what);
      if (!element)
        throw new Error(`The modal “${modal.title}” has no field “${what}”. It has: ${names(modal.blocks)}.`);
      const values = drafts.get(modal.id) ?? {};
      const state = entered(workspace, element, choice ?? '');
      drafts.set(modal.id, withValue(values, element, state));
    }
  };

  return {
    id,
    types(text, channel, threadTs) {
      const place = channelId(channel);
      if (!text.startsWith('/')) return does({ do: 'post', channel: place, text, ...(threadTs ? { threadTs } : {}) });
      const [command = '', ...rest] = text.split(' ');
      return does({ do: 'command', channel: place, command, text: rest.join(' ') });
    },
    async shares(file, channel, more = {}) {
      const { name, bytes } = typeof file === 'string' ? { name: basename(file), bytes: await readFile(file) } : file;
      return dropFile(actor(), { ...more, channel: channelId(channel), name, bytes: Buffer.from(bytes) });
    },
    presses: async (what, where) => pressing(what, where),
    picks: async (what, choice, where) => pressing(what, where, choice),
    fills,
    async submits(entries) {
      if (entries) fills(entries);
      const { id: viewId } = topModal(sees());
      return does({ do: 'submit', viewId, values: drafts.get(viewId) ?? {} });
    },
    closes: async () => does({ do: 'close', viewId: topModal(sees()).id }),
    opensHome: () => does({ do: 'home' }),
    uses(shortcut, on) {
      const known = workspace.seed.shortcuts.find((one) => one.name === shortcut || one.callbackId === shortcut);
      return does({ do: 'shortcut', callbackId: known?.callbackId ?? shortcut, ...on });
    },
    looksUp: async (what, query, where) => lookUp(actor(), find(sees(), what, where), query),
    deletesFile: (file) => does({ do: 'delete-file', file }),
    sees,
    waitsFor: (look, timeoutMs = 5000) => waitFor(view, () => look(sees()), timeoutMs),
  };
}

function withValue(values: Values, { blockId, actionId }: Element, state: ElementState): Values {
  return { ...values, [blockId]: { ...values[blockId], [actionId]: state } };
}

function waitFor<T>(
  { workspace }: SnapshotParts,
  look: () => T | undefined | null | false,
  timeoutMs: number,
): Promise<T> {
  // Written where it is called: a failed wait should point at the test's line, not at a timer.
  const late = new Error(`Waited ${timeoutMs} ms for something that was never to be seen.`);
  return new Promise((resolve, reject) => {
    const end = (finish: () => void) => {
      stop();
      clearTimeout(timer);
      finish();
    };
    const check = () => {
      try {
        const seen = look();
        if (seen !== undefined && seen !== null && seen !== false) end(() => resolve(seen));
      } catch (error) {
        end(() => reject(error));
      }
    };
    const stop = workspace.onChange(check);
    const timer = setTimeout(() => end(() => reject(late)), timeoutMs);
    check();
  });
}

function channelOf({ channels }: Snapshot, asked: string): string {
  const name = asked.replace(/^#/, '');
  const found = channels.find(
    (channel) => channel.id === asked || (channel.kind === 'im' ? name === 'dm' : channel.name === name),
  );
  return found?.id ?? asked;
}

function topModal({ modals }: Snapshot) {
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

function find(seen: Snapshot, what: string, where: Where | undefined): Found {
  const all = places(seen, where);
  for (const { at, blocks } of all) {
    const element = match(blocks, what);
    if (element) return { at, element };
  }
  throw new Error(
    `${seen.me.realName} sees nothing called “${what}”. There is: ${names(all.flatMap(({ blocks }) => blocks))}.`,
  );
}

function match(blocks: readonly Block[], what: string): Element | undefined {
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

function names(blocks: readonly Block[]): string {
  return (
    elementsOf(blocks)
      .map((one) => `“${labels(one)[0] ?? one.actionId}”`)
      .join(', ') || 'nothing'
  );
}

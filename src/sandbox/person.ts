import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Actor } from './acts/act.ts';
import { act } from './acts/act.ts';
import { lookUp } from './acts/look-up.ts';
import type { Element } from './block-kit/walk.ts';
import type { Delivery } from './delivery.ts';
import { entered, type Option } from './entry.ts';
import type { Found, Where } from './in-sight.ts';
import { channelOf, find, match, names, topModal } from './in-sight.ts';
import type { Values } from './input-state.ts';
import type { Action, ActionResult, ElementState, Snapshot } from './page-api.ts';
import type { SnapshotParts } from './snapshot.ts';
import { snapshot } from './snapshot.ts';
import { dropFile } from './upload.ts';

/** What is typed or picked, by label, block_id or action_id. Options and people by their text, name or id; dates as in ISO. */
export type Entries = Readonly<Record<string, string | readonly string[] | null>>;

/** A scripted person: acts and sees as the page does. Channels by id or name, `dm` for the one with the app; people by id or name. */
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
  /** Types into a menu whose options the app supplies; answers with their texts. One of them can be picked then, and no other. */
  looksUp(what: string, query: string, where?: Where): Promise<readonly string[]>;
  deletesFile(file: string): Promise<ActionResult>;
  sees(): Snapshot;
  /** The first answer of `look` that is not undefined, null or false. */
  waitsFor<T>(look: (seen: Snapshot) => T | undefined | null | false, timeoutMs?: number): Promise<T>;
};

export function actAs(view: SnapshotParts, delivery: Pick<Delivery, 'ask'>, id: string): SandboxPerson {
  const { workspace } = view;
  const known = workspace.people.get(id);
  if (!known) throw new Error(`The sandbox knows nobody called ${id}.`);
  /** What has been typed or picked but not sent, by view or message. */
  const drafts = new Map<string, Values>();
  const actor = (): Actor => ({ workspace, delivery, person: workspace.people.get(id) ?? known });
  const offers = lookedUp(actor);
  const sees = () => snapshot(view, actor().person);
  const does = (action: Action) => act(actor(), action);
  const channelId = (channel: string) => channelOf(sees(), channel);
  const draftKey = (at: Found['at']) => ('viewId' in at ? at.viewId : at.ts);

  const pressing = (what: string, where: Where | undefined, choice?: string | readonly string[]) => {
    const { at, element } = find(sees(), what, where);
    const state =
      choice === undefined ? { type: element.element.type } : entered(workspace, element, choice, offers.for(element));
    const before = drafts.get(draftKey(at)) ?? {};
    const values = choice === undefined ? before : withValue(before, element, state);
    drafts.set(draftKey(at), values);
    return does({ do: 'press', at, blockId: element.blockId, actionId: element.actionId, element: state, values });
  };
  const fills = (entries: Entries) => {
    const modal = topModal(sees());
    for (const [what, choice] of Object.entries(entries)) {
      const element = match(modal.blocks, what);
      if (!element)
        throw new Error(`The modal “${modal.title}” has no field “${what}”. It has: ${names(modal.blocks)}.`);
      const values = drafts.get(modal.id) ?? {};
      const state = entered(workspace, element, choice ?? '', offers.for(element));
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
    looksUp: async (what, query, where) => offers.ask(find(sees(), what, where), query),
    deletesFile: (file) => does({ do: 'delete-file', file }),
    sees,
    waitsFor: (look, timeoutMs = 5000) => waitFor(view, () => look(sees()), timeoutMs),
  };
}

/** What the app offered last, by menu: that can be picked and nothing else. */
function lookedUp(actor: () => Actor) {
  const found = new Map<string, readonly Option[]>();
  const keyOf = ({ blockId, actionId }: Element) => `${blockId}/${actionId}`;
  return {
    for: (element: Element) => found.get(keyOf(element)),
    async ask({ at, element }: Found, query: string): Promise<readonly string[]> {
      const { blockId, actionId } = element;
      const offered = await lookUp(actor(), { at, blockId, actionId, query });
      const options = offered.ok ? offered.groups.flatMap((group) => group.options) : [];
      found.set(keyOf(element), options);
      return options.map(({ text }) => text.text);
    },
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

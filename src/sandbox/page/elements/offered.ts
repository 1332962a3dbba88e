import type { Snapshot } from '../../page-api.ts';
import type { Element, Option, OptionGroup } from '../blocks/shapes.ts';
import { plain } from '../text/text.tsx';

/** One thing to pick. `pick` is what Slack's state names: the option itself, or an id. */
export type Offer = {
  readonly key: string;
  readonly label: string;
  readonly detail?: string;
  readonly pick: Option | string;
};
export type OfferGroup = { readonly label: string | null; readonly offers: readonly Offer[] };

/** The field of an element's state that holds the picked one or ones. */
export function pickedField(type: string): string {
  const many = type.startsWith('multi_') ? 's' : '';
  const kind = /(users|conversations|channels)_select$/.exec(type)?.[1];
  return kind ? `selected_${kind.slice(0, -1)}${many}` : `selected_option${many}`;
}

/** What a select offers: its own options, or the workspace's people and channels. */
export function offered(element: Element, snapshot: Snapshot): readonly OfferGroup[] {
  if (/users_select$/.test(element.type)) return [{ label: null, offers: people(snapshot) }];
  if (/channels_select$/.test(element.type)) return [{ label: null, offers: channels(snapshot, ['channel']) }];
  if (/conversations_select$/.test(element.type)) return conversations(element, snapshot);
  if (element.option_groups) return element.option_groups.map(group);
  return [{ label: null, offers: (element.options ?? []).map(offer) }];
}

function group(of: OptionGroup): OfferGroup {
  return { label: plain(of.label), offers: of.options.map(offer) };
}

export function offer(option: Option): Offer {
  const detail = option.description && plain(option.description);
  return { key: option.value, label: plain(option.text), pick: option, ...(detail ? { detail } : {}) };
}

function people(snapshot: Snapshot): readonly Offer[] {
  return snapshot.people
    .filter((person) => !person.deleted)
    .map((person) => ({
      key: person.id,
      label: person.realName || person.name,
      detail: person.title,
      pick: person.id,
    }));
}

function channels(snapshot: Snapshot, kinds: readonly string[]): readonly Offer[] {
  return snapshot.channels
    .filter((channel) => kinds.includes(channel.kind))
    .map((channel) => ({
      key: channel.id,
      label: channel.kind === 'im' ? channel.name : `#${channel.name}`,
      pick: channel.id,
    }));
}

const slackKinds: Readonly<Record<string, string>> = { public: 'channel', private: 'private', im: 'im' };

function conversations(element: Element, snapshot: Snapshot): readonly OfferGroup[] {
  const kinds = (element.filter?.include ?? ['public', 'private', 'im']).flatMap((kind) => slackKinds[kind] ?? []);
  return [{ label: null, offers: channels(snapshot, kinds) }];
}

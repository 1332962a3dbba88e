import type { Call, Origin } from '../../domain/call.ts';

/** What the gate keeps of an event: the interaction it is for, the call it becomes, and what Slack sent. */
export type KeptEvent = { readonly entry: string; readonly call: Call; readonly raw: unknown };

/** An event_callback as Slack sends it, as far as the gate looks at it. */
export type EventBody = {
  readonly event_id: string;
  readonly team_id?: string;
  readonly context_team_id?: string;
  readonly event: { readonly type: string; readonly [key: string]: unknown };
};

type Durable = {
  readonly entry: string;
  readonly origin: Origin;
  /** Null for an event that is nobody's business. */
  read(
    event: EventBody['event'],
  ): { readonly by: string; readonly channel: string | null; readonly given: unknown } | null;
};

/** The events that must never be lost, by type. One is kept only when an interaction of that name is registered. */
const durables: Readonly<Record<string, Durable>> = {
  file_shared: {
    entry: 'file-shared',
    origin: 'file',
    read: (event) => {
      const file = word(event.file_id) ?? word(inner(event.file).id);
      const [by, channel] = [word(event.user_id), word(event.channel_id)];
      return file && by && channel ? { by, channel, given: { file, channel } } : null;
    },
  },
  file_deleted: {
    entry: 'file-deleted',
    origin: 'file',
    read: (event) => {
      const file = word(event.file_id);
      return file ? { by: word(event.user_id) ?? '', channel: null, given: { file } } : null;
    },
  },
  user_change: {
    entry: 'user-changed',
    origin: 'home',
    read: (event) => {
      const user = word(inner(event.user).id);
      return user ? { by: user, channel: null, given: { user } } : null;
    },
  },
  member_left_channel: {
    entry: 'member-left',
    origin: 'home',
    read: (event) => {
      const [user, channel] = [word(event.user), word(event.channel)];
      return user && channel ? { by: user, channel, given: { user, channel } } : null;
    },
  },
};

export const isEvent = (body: object): body is EventBody =>
  'event_id' in body &&
  typeof body.event_id === 'string' &&
  'event' in body &&
  typeof body.event === 'object' &&
  body.event !== null &&
  'type' in body.event;

/** The event as it is to be kept; null when it need not be. */
export function kept(body: EventBody, entries: ReadonlySet<string>): KeptEvent | null {
  const durable = durables[body.event.type];
  if (!durable || !entries.has(durable.entry)) return null;
  const read = durable.read(body.event);
  if (read === null) return null;
  const team = body.context_team_id ?? body.team_id ?? null;
  return { entry: durable.entry, call: { id: body.event_id, origin: durable.origin, team, ...read }, raw: body };
}

/** True for what Penny did itself: Slack tells it of its own uploads, too. */
export const isOwn = (body: EventBody, pennyUser: string): boolean =>
  body.event.user_id === pennyUser || (body.event.type !== 'member_left_channel' && body.event.user === pennyUser);

/** True for every type that the gate answers itself, wanted or not. */
export const isDurable = (body: EventBody): boolean => body.event.type in durables;

const word = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const inner = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}; // checked on this line

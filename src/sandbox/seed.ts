import type { Shortcut, SlashCommand } from './page-api.ts';

export type SeedPerson = {
  readonly id: string;
  /** The handle, as in `@ada`. */
  readonly name: string;
  readonly realName: string;
  readonly title: string;
  readonly color: string;
  readonly teamId?: string;
  readonly tz?: string;
  readonly isAdmin?: boolean;
  readonly isOwner?: boolean;
  readonly isBot?: boolean;
  /** Guest of several channels. */
  readonly isRestricted?: boolean;
  /** Guest of one channel. */
  readonly isUltraRestricted?: boolean;
  /** From another company, by Slack Connect. */
  readonly isStranger?: boolean;
  readonly deleted?: boolean;
};

export type SeedChannel = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'private' | 'im';
  readonly topic: string;
  readonly members: readonly string[];
  readonly isExtShared?: boolean;
};

export type SeedCommand = SlashCommand & { readonly shouldEscape?: boolean };

export type WorkspaceSeed = {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly app: { readonly id: string; readonly name: string; readonly botId: string; readonly userId: string };
  readonly people: readonly SeedPerson[];
  readonly channels: readonly SeedChannel[];
  /** The bot's scopes; a method that needs another answers `missing_scope`. */
  readonly scopes: readonly string[];
  /** The bot events the app subscribes to; others are never sent. */
  readonly events: readonly string[];
  readonly commands: readonly SeedCommand[];
  readonly shortcuts: readonly Shortcut[];
};

export const team = { id: 'T0PENNYCO1', name: 'Penny & Co', domain: 'penny-and-co' } as const;
export const otherTeam = { id: 'T0ACMESUP1', name: 'Acme Supplies', domain: 'acme-supplies' } as const;

/** Fixed ids, so that an app's defaults and tests can name them. */
export const userIds = {
  ada: 'U0ADAOKAFO',
  ben: 'U0BENLINDQ',
  cleo: 'U0CLEOMARC',
  noor: 'U0NOORHADD',
  gus: 'U0GUSWEBER',
  dora: 'U0DORAVEGA',
  paul: 'U0PAULNOVA',
  bot: 'U0PENNYBOT',
} as const;

export const channelIds = {
  invoices: 'C0INVOICES',
  finance: 'C0FINANCE1',
  ops: 'C0OPSALERT',
  general: 'C0GENERAL1',
  withAcme: 'C0WITHACME',
} as const;

/** The direct message between the app and each person who may have one. */
export const dmIds = {
  ada: 'D0ADAOKAFO',
  ben: 'D0BENLINDQ',
  cleo: 'D0CLEOMARC',
  noor: 'D0NOORHADD',
  gus: 'D0GUSWEBER',
} as const;

const { ada, ben, cleo, noor, gus, dora, paul, bot } = userIds;

const people: readonly SeedPerson[] = [
  { id: ada, name: 'ada', realName: 'Ada Okafor', title: 'admin', color: '5b3fa8', isAdmin: true, isOwner: true },
  { id: ben, name: 'ben', realName: 'Ben Lindqvist', title: 'accountant', color: '1f6f78' },
  { id: cleo, name: 'cleo', realName: 'Cleo Marchetti', title: 'operator', color: 'b3541e' },
  { id: noor, name: 'noor', realName: 'Noor Haddad', title: 'no role', color: '2d6a2f' },
  {
    id: gus,
    name: 'gus',
    realName: 'Gus Weber',
    title: 'guest',
    color: '7a5c00',
    isUltraRestricted: true,
    isRestricted: true,
  },
  { id: dora, name: 'dora', realName: 'Dora Vega', title: 'deactivated', color: '666666', deleted: true },
  {
    id: paul,
    name: 'paul',
    realName: 'Paul Novak',
    title: 'external',
    color: '8a1c4a',
    isStranger: true,
    teamId: otherTeam.id,
  },
  { id: bot, name: 'penny', realName: 'Penny', title: 'the app', color: '33475b', isBot: true },
];

const channels: readonly SeedChannel[] = [
  {
    id: channelIds.invoices,
    name: 'invoices',
    kind: 'channel',
    topic: 'Drop invoices here',
    members: [ada, ben, cleo, noor, gus, bot],
  },
  {
    id: channelIds.finance,
    name: 'finance',
    kind: 'channel',
    topic: 'Spend, reports, digests',
    members: [ada, ben, bot],
  },
  { id: channelIds.ops, name: 'ops', kind: 'private', topic: 'Alerts and backups', members: [ada, ben, bot] },
  { id: channelIds.general, name: 'general', kind: 'channel', topic: 'Everybody', members: [ada, ben, cleo, noor] },
  {
    id: channelIds.withAcme,
    name: 'with-acme',
    kind: 'channel',
    topic: 'Shared with Acme Supplies',
    members: [ada, ben, paul, bot],
    isExtShared: true,
  },
  ...Object.entries(dmIds).map(([name, id]) => directMessage(id, userIds[name as keyof typeof dmIds], bot)), // `Object.entries` forgets the key's type
];

const scopes = [
  'commands',
  'chat:write',
  'files:read',
  'files:write',
  'reactions:write',
  'users:read',
  'im:history',
  'app_mentions:read',
  'im:write',
  'channels:read',
  'groups:read',
];

const events = [
  'file_shared',
  'file_deleted',
  'app_home_opened',
  'app_mention',
  'message.im',
  'user_change',
  'member_joined_channel',
  'member_left_channel',
  'channel_archive',
  'app_uninstalled',
  'tokens_revoked',
];

/** The one app of the workspace and its person in a direct message. */
export function directMessage(id: string, person: string, botUser: string): SeedChannel {
  return { id, name: person, kind: 'im', topic: '', members: [person, botUser] };
}

export const defaultWorkspace: WorkspaceSeed = {
  team,
  app: { id: 'A0PENNYAPP', name: 'Penny', botId: 'B0PENNYBOT', userId: bot },
  people,
  channels,
  scopes,
  events,
  commands: [
    { command: '/spend', description: 'Charts and key figures', usageHint: '[report] [period]', shouldEscape: true },
    {
      command: '/invoice',
      description: 'Add, find, show, export invoices',
      usageHint: 'add | find | show | export',
      shouldEscape: true,
    },
    { command: '/penny', description: 'The desk itself', usageHint: 'help | status | access', shouldEscape: true },
  ],
  shortcuts: [
    { name: 'Add invoice', type: 'global', callbackId: 'invoice_new' },
    { name: 'Read as invoice', type: 'message', callbackId: 'invoice_from_message' },
  ],
};

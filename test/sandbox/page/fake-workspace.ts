import type { Channel, Message, Person, SharedFile, Snapshot, View } from '../../../src/sandbox/page-api.ts';
import { dashboard, everyBlock, form, invoiceCard } from './fake-blocks.ts';

const person = (id: string, realName: string, title: string, color: string, more: Partial<Person> = {}): Person => ({
  id,
  name: realName.toLowerCase().split(' ')[0] ?? realName,
  realName,
  title,
  isBot: false,
  isGuest: false,
  deleted: false,
  color,
  ...more,
});

export const people: readonly Person[] = [
  person('U0ADA00001', 'Ada Admin', 'admin', '#7a4bb0'),
  person('U0BEN00001', 'Ben Bookman', 'accountant', '#0f7256'),
  person('U0ANA00001', 'Ana Oliveira', 'operator', '#b3541e'),
  person('U0NORA0001', 'Nora Nobody', 'no role', '#51636d'),
  person('U0GUS00001', 'Gus Guest', 'guest', '#8a3a6a', { isGuest: true }),
  person('U0PENNY001', 'Penny', 'app', '#12302a', { isBot: true }),
];

const all = people.map(({ id }) => id);
const channel = (
  id: string,
  name: string,
  kind: Channel['kind'],
  unread: number,
  topic = '',
  members = all,
): Channel => ({ id, name, kind, topic, unread, members });

const start = Math.floor(new Date(2026, 10, 20, 9, 12).getTime() / 1000);

export function message(user: string, minutes: number, more: Partial<Message>): Message {
  return {
    ts: `${start + minutes * 60}.000100`,
    channel: 'C0INVOICE1',
    user,
    text: '',
    blocks: [],
    files: [],
    reactions: [],
    threadTs: null,
    replyCount: 0,
    edited: false,
    ephemeral: false,
    ...more,
  };
}

export function file(id: string, name: string, mimetype: string, size: number): SharedFile {
  return { id, name, mimetype, size, url: `/sandbox/file/${id}?${name}`, altText: '' };
}

const shared = message('U0ANA00001', 0, {
  text: 'Paper for the print shop, came with the delivery',
  files: [file('F0PDF00001', 'nordlicht-np-2026-1187.pdf', 'application/pdf', 184_210)],
  reactions: [{ name: 'white_check_mark', users: ['U0PENNY001'] }],
  replyCount: 2,
});

export const messages: Readonly<Record<string, readonly Message[]>> = {
  C0INVOICE1: [
    shared,
    message('U0PENNY001', 1, {
      threadTs: shared.ts,
      blocks: invoiceCard,
      text: 'Nordlicht Papier GmbH, 1,213.80 EUR',
      edited: true,
    }),
    message('U0BEN00001', 5, { threadTs: shared.ts, text: 'Due date is *1 December*, I asked them.' }),
    message('U0BEN00001', 9, { text: 'How are we doing this month?' }),
    message('U0BEN00001', 10, { text: 'I mean compared to October :thinking_face:' }),
    message('U0PENNY001', 11, { blocks: dashboard, text: 'Spend in November 2026: 41,207.90 EUR', ephemeral: true }),
    message('U0ANA00001', 25, {
      text: 'Receipt from the trip',
      files: [file('F0PHOTO001', 'receipt.png', 'image/png', 48_000)],
      reactions: [{ name: 'eyes', users: ['U0PENNY001', 'U0ANA00001'] }],
    }),
    message('U0PENNY001', 30, { blocks: everyBlock, text: 'One of each block' }),
    message('U0PENNY001', 31, { blocks: invoiceCard, text: 'Nordlicht Papier GmbH, 1,213.80 EUR' }),
  ],
  C0OPS00001: [
    message('U0PENNY001', 2, {
      channel: 'C0OPS00001',
      text: ':white_check_mark: Backup proven: 1,204 rows restored and identical.',
    }),
  ],
};

export const modal = (more: Partial<View> = {}): View => ({
  id: 'V0MODAL001',
  type: 'modal',
  callbackId: 'correct',
  title: 'Correct this invoice',
  submit: 'Save',
  close: 'Cancel',
  blocks: form,
  errors: {},
  ...more,
});

export function workspace(me: string): Snapshot {
  return {
    team: { id: 'T0SANDBOX1', name: 'Nordwind Trading' },
    me: people.find(({ id }) => id === me) ?? person(me, me, '', ''),
    people,
    app: { userId: 'U0PENNY001', name: 'Penny', connected: true },
    channels: [
      channel('C0INVOICE1', 'invoices', 'channel', 0, 'Drop invoices here: PDF, photo, e-invoice, CSV or Excel'),
      channel('C0OPS00001', 'penny-ops', 'private', 2, 'Alerts and backups'),
      channel('C0GENERAL1', 'general', 'channel', 0),
      channel('D0PENNY001', 'Penny', 'im', 1, '', [me, 'U0PENNY001']),
      channel('D0BEN00001', 'Ben Bookman', 'im', 0, '', [me, 'U0BEN00001']),
    ],
    messages,
    home: {
      ...modal(),
      id: 'V0HOME0001',
      type: 'home',
      blocks: [...dashboard.filter(({ type }) => type !== 'data_visualization'), ...invoiceCard],
    },
    modals: [],
    commands: [
      {
        command: '/spend',
        description: 'Charts and key figures',
        usageHint: '[trend|categories|vendors|ageing] [this month] [--table] [--share]',
      },
      {
        command: '/invoice',
        description: 'Add, find, show or export invoices',
        usageHint: 'add | find … | show … | export',
      },
      {
        command: '/penny',
        description: 'The desk itself: access, audit, backup, alerts',
        usageHint: 'help | status | access | audit | backup',
      },
    ],
    shortcuts: [
      { name: 'Add invoice', type: 'global', callbackId: 'invoice_add' },
      { name: 'Read as invoice', type: 'message', callbackId: 'invoice_read' },
    ],
    samples: [
      { name: 'acme-invoice.pdf', description: 'A plain invoice, one page', size: 41_000 },
      { name: 'factur-x.pdf', description: 'PDF with an e-invoice inside', size: 96_000 },
      { name: 'november.csv', description: '250 invoices as CSV', size: 22_000 },
    ],
  };
}

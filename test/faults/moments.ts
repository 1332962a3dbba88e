import type { Database } from '../../src/adapters/postgres/database.ts';
import { type Desk, hold, type Shared } from './desk.ts';
import { left } from './left-behind.ts';

/** Each fault takes as long as a Penny needs to start and to be missed: `npm test` plays some of them, `PENNY_FAULTS=all npm test` all. */
export const isAll = process.env.PENNY_FAULTS === 'all';

/** A moment in the life of a file at which Penny is killed. */
export type Moment = {
  readonly name: string;
  readonly file: string;
  /** Much like another moment. */
  readonly isKin?: boolean;
  /** Makes the moment last; gives what ends it. */
  arrange?(at: Scene): Promise<() => Promise<void>> | undefined;
  reached(at: Scene, shared: Shared): Promise<boolean>;
};

/** `url` is the owner's. */
export type Scene = { readonly desk: Desk; readonly database: Database; readonly url: string };

export const is = async ({ database }: Scene, text: string, values: readonly unknown[]): Promise<boolean> =>
  (await database.query({ text: `select 1 where exists (${text})`, values })).length > 0;

/** Somebody of Penny's waits for the lock that a test holds on that table. */
export const waitsFor = (at: Scene, statement: string) =>
  is(
    at,
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ilike $1`,
    [`%${statement}%`],
  );

const ofFile = `from document_share s where s.slack_file = $1`;
const eventOf = `select from slack_event e where e.body -> 'call' -> 'given' ->> 'file' = $1`;
const invoiceOf = `select from invoice i join document_share s on s.document_id = i.document_id where s.slack_file = $1`;
export const locked = (table: string) => ({ arrange: ({ url }: Scene) => hold(url, table) });

/** Calls of that method fail so until the moment is over; more than one, for files of earlier moments are worked on too. */
export const failing = (method: string, accepted: boolean) => ({
  async arrange({ desk }: Scene) {
    desk.sandbox.faults.next(method, { kind: 'hang', accepted }, 1_000);
    return async () => desk.sandbox.faults.clear();
  },
});

/** Slack did what was asked, and has not said so. */
const acceptedUnsaid = ({ desk }: Scene, method: string, where: Readonly<Record<string, string>>): boolean =>
  desk.sandbox.journal.some(
    (entry) =>
      entry.kind === 'call' &&
      entry.method === method &&
      entry.status === 0 &&
      Object.entries(where).every(([key, value]) => entry.args[key] === value),
  );

/** The events that told Penny of the file, by the ids of their envelopes. */
const envelopesOf = ({ desk }: Scene, { file }: Shared): readonly string[] =>
  desk.sandbox.journal.flatMap((entry) =>
    entry.kind === 'envelope' && JSON.stringify(entry.payload).includes(file) ? [entry.id] : [],
  );

/** In the order of a file's life. */
export const moments: readonly Moment[] = [
  {
    name: 'the event is about to be kept',
    file: 'kestrel-hosting.pdf',
    ...locked('slack_event'),
    reached: (at) => waitsFor(at, 'insert into slack_event'),
  },
  {
    name: 'the event is kept, and Slack does not know',
    isKin: true,
    file: 'brandt-werkzeugbau.pdf',
    async arrange({ desk }) {
      desk.sandbox.faults.ignoreAcks(1);
      return async () => desk.sandbox.faults.ignoreAcks(0);
    },
    reached: (at, { file }) => is(at, eventOf, [file]),
  },
  {
    name: 'Slack has its acknowledgement',
    isKin: true,
    file: 'papeterie-du-canal.pdf',
    async reached(at, shared) {
      const sent = envelopesOf(at, shared);
      return at.desk.sandbox.journal.some((entry) => entry.kind === 'ack' && sent.includes(entry.id));
    },
  },
  {
    name: 'the job is taken',
    isKin: true,
    file: 'groene-kas-ubl.xml',
    ...failing('files.info', false),
    reached: (at, { file }) =>
      is(
        at,
        `select from pgboss.job j, document_share s where s.slack_file = $1 and j.state = 'active'
                 and j.name = 'read-document' and j.data ->> 'share' = s.id::text`,
        [file],
      ),
  },
  {
    name: 'the file is being fetched',
    isKin: true,
    file: 'blue-mesa-analytics.pdf',
    ...failing('files.download', false),
    reached: async ({ desk }, { file }) =>
      desk.sandbox.journal.some(
        (entry) => entry.kind === 'call' && entry.method === 'files.download' && entry.args.file === file,
      ),
  },
  {
    name: 'the file is stored, and the database does not know',
    file: 'harbour-pine-joinery.pdf',
    ...locked('document'),
    reached: async (at) => (await waitsFor(at, 'insert into document (')) && (await left(at.desk.folder)).length > 0,
  },
  {
    name: 'the file is being read',
    file: 'ostwind-logistik-scan.png',
    reached: (at, { file }) => is(at, `select ${ofFile} and s.state = 'reading'`, [file]),
  },
  {
    name: 'the reading is kept, the invoice is not',
    isKin: true,
    file: 'kestrel-credit-note.pdf',
    ...locked('invoice'),
    reached: (at, { file }) =>
      is(at, `select from reading r join document_share s on s.document_id = r.document_id where s.slack_file = $1`, [
        file,
      ]),
  },
  {
    name: 'the invoice is booked, Slack shows nothing of it',
    file: 'atelier-verdier-factur-x.pdf',
    ...failing('chat.postMessage', false),
    reached: (at, { file }) => is(at, invoiceOf, [file]),
  },
  {
    name: 'Slack has the first message, and has not said so',
    file: 'alpenblick-catering-cii.xml',
    ...failing('chat.postMessage', true),
    reached: async (at, { ts }) => acceptedUnsaid(at, 'chat.postMessage', { thread_ts: ts }),
  },
  {
    name: 'Slack has the card, and has not said so',
    isKin: true,
    file: 'copper-kettle-receipt.jpg',
    ...failing('chat.update', true),
    reached: async (at, shared) =>
      (await is(at, invoiceOf, [shared.file])) &&
      at.desk.shows(shared).replies.some(({ ts }) => acceptedUnsaid(at, 'chat.update', { ts })),
  },
  {
    name: 'Slack has the mark, and has not said so',
    isKin: true,
    file: 'corrib-energy-image-only.pdf',
    ...failing('reactions.add', true),
    reached: async (at, { ts }) => acceptedUnsaid(at, 'reactions.add', { timestamp: ts }),
  },
];

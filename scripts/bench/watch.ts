import type { Snapshot } from '../../src/sandbox/page-api.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { channelIds } from '../../src/sandbox/seed.ts';
import type { Server } from './desk.ts';

/** Milliseconds since the file was shared. */
export type Milestones = Readonly<Record<string, number>>;

export type Bill = { readonly name: string; readonly bytes: Uint8Array };

/** A share that has come to rest. `began` is the time of day in milliseconds, with fractions. */
export type Watched = { readonly file: string; readonly began: number; readonly seen: Milestones };

const now = (): number => performance.timeOrigin + performance.now();

/** Shares the bill as Cleo, and notes when each thing was first to be seen. */
export async function watched(sandbox: Sandbox, bill: Bill): Promise<Watched> {
  const cleo = sandbox.as('cleo');
  const began = now();
  const shared = await cleo.shares(bill, channelIds.invoices);
  if (!shared.ok || !shared.ts || !shared.file) throw new Error('the bill could not be shared');
  const { ts, file } = shared;
  const seen: Record<string, number> = {};
  await cleo.waitsFor((view) => {
    for (const what of visible(view, ts)) seen[what] ??= now() - began;
    return seen['card seen'] !== undefined && seen['tick seen'] !== undefined;
  }, 60_000);
  return { file, began, seen };
}

function* visible({ messages }: Snapshot, ts: string): Generator<string> {
  const all = messages[channelIds.invoices] ?? [];
  const marks = all.find((message) => message.ts === ts)?.reactions.map(({ name }) => name) ?? [];
  if (marks.includes('eyes')) yield 'eyes seen';
  if (marks.includes('warning')) throw new Error('the bill was not booked unseen, as it should have been');
  if (marks.includes('white_check_mark')) yield 'tick seen';
  const reply = all.find((message) => message.threadTs === ts);
  if (reply && /is booked as/.test(reply.text)) yield 'card seen';
}

type Notes = { readonly stored: number; readonly read: number; readonly booked: number };

/** What only the sandbox's journal and the ledger know; the clocks are the same one. */
export async function ownNotes({ bare }: Server, sandbox: Sandbox, { file, began }: Watched): Promise<Milestones> {
  const { rows } = await bare.query<Notes>(
    `select extract(epoch from d.created_at)::float8 * 1000 as stored, extract(epoch from r.created_at)::float8 * 1000 as read,
            extract(epoch from i.added_at)::float8 * 1000 as booked
       from document_share s
       join document d on d.id = s.document_id
       join reading r on r.document_id = d.id
       join invoice i on i.document_id = d.id
      where s.slack_file = $1`,
    [file],
  );
  const [notes] = rows;
  if (!notes) throw new Error('the bill is not in the ledger');
  return {
    'event acknowledged': acknowledgedAt(sandbox, file) - began,
    'file fetched and stored': notes.stored - began,
    read: notes.read - began,
    booked: notes.booked - began,
  };
}

function acknowledgedAt({ journal }: Sandbox, file: string): number {
  const event = journal.find((entry) => entry.kind === 'envelope' && JSON.stringify(entry.payload).includes(file));
  const ack = journal.find((entry) => entry.kind === 'ack' && event?.kind === 'envelope' && entry.id === event.id);
  if (!ack) throw new Error('the event was not acknowledged');
  return ack.at;
}

import { setTimeout as pause } from 'node:timers/promises';
import type { JournalEntry } from '../../src/sandbox/journal.ts';
import type { Message } from '../../src/sandbox/page-api.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { channelIds } from '../../src/sandbox/seed.ts';
import { answer, hasPicture } from './answer.ts';
import { people, type Someone } from './crowd-workspace.ts';
import { timed } from './measure.ts';
import type { Fared } from './penny-apart.ts';
import type { Bill } from './watch.ts';

/** What people type in turn, each beginning somewhere else. There is no search yet; showing one and what waits is nearest. */
const commands = [
  '/spend',
  '/spend vendors',
  '/invoice show 4711',
  '/spend trend all',
  '/spend vendors last 100 days category:travel',
  '/invoice review',
  '/spend quality',
];

type Kind = 'picture' | 'words';
/** Milliseconds: until the answer was seen, until an envelope was acknowledged, and by which timers were late. */
export type Noted = {
  readonly picture: number[];
  readonly words: number[];
  readonly commandAcks: number[];
  readonly eventAcks: number[];
  readonly delays: Fared[];
};
export const nothing = (): Noted => ({ picture: [], words: [], commandAcks: [], eventAcks: [], delays: [] });

/** One person after the other, each typing everything. */
export async function oneAfterAnother(sandbox: Sandbox, some: readonly Someone[], noted: Noted): Promise<void> {
  for (const one of some) for (const command of commands) await asks(sandbox, one, command, noted);
}

/** Everybody types the next command as soon as they have the answer, until each has typed all and every file is read. */
export async function allAtOnce(sandbox: Sandbox, bills: readonly Bill[], noted: Noted): Promise<void> {
  let [reading, failed] = [true, false];
  const typing = people.map(async (one, place) => {
    for (let typed = 0; !failed && (reading || typed < commands.length); typed += 1)
      await asks(sandbox, one, commands[(place + typed) % commands.length] ?? '', noted);
  });
  const read = allRead(sandbox, bills).finally(() => {
    reading = false;
  });
  await Promise.all([read, ...typing]).catch(async (error: unknown) => {
    failed = true; // nobody types on into a Penny that is being stopped
    await Promise.allSettled([read, ...typing]);
    throw error;
  });
}

async function asks(sandbox: Sandbox, { id, channel }: Someone, command: string, noted: Noted): Promise<void> {
  const kind: Kind = command.startsWith('/spend') ? 'picture' : 'words';
  const isIt = (message: Message) => {
    if (kind === 'words' || hasPicture(message)) return true;
    throw new Error(`${command} was answered without a picture: ${message.text}`);
  };
  noted[kind].push((await timed(() => answer(sandbox.as(id), channel, command, isIt))).ms);
}

/** Resolves when each of the files that are shared now has its tick, or its warning. */
async function allRead(sandbox: Sandbox, bills: readonly Bill[]): Promise<void> {
  const from = sandbox.journal.length;
  for (const bill of bills) {
    const shared = await sandbox.as('cleo').shares(bill, channelIds.invoices);
    if (!shared.ok) throw new Error(shared.error);
  }
  const until = Date.now() + 300_000;
  while (sandbox.journal.slice(from).filter(isSettled).length < bills.length) {
    if (Date.now() > until) throw new Error('not every file was read in time');
    await pause(50);
  }
}

const isSettled = (entry: JournalEntry): boolean =>
  entry.kind === 'call' &&
  entry.method === 'reactions.add' &&
  ['white_check_mark', 'warning'].includes(`${entry.args.name}`);

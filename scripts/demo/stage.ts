import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Message } from '../../src/sandbox/page-api.ts';
import type { SandboxPerson } from '../../src/sandbox/person.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { channelIds } from '../../src/sandbox/seed.ts';
import type { Camera } from './camera.ts';
import { said } from './said.ts';
import type { Transcript } from './transcript.ts';

/** Who plays where, and who writes it down. */
export type Stage = {
  readonly sandbox: Sandbox;
  readonly story: Transcript;
  readonly lens: Camera;
  readonly ada: SandboxPerson;
  readonly ben: SandboxPerson;
  readonly cleo: SandboxPerson;
  readonly noor: SandboxPerson;
  /** The folder into which a scanner would put files. */
  readonly inbox: string;
};

export const bills = join(import.meta.dirname, '../../test/bills');
export const intake = channelIds.invoices;

/** Shares a sample and waits until its message in the thread has come to rest. */
export async function shared(
  { story }: Stage,
  person: SandboxPerson,
  file: string | { readonly name: string; readonly bytes: Uint8Array },
): Promise<Message> {
  const name = typeof file === 'string' ? file : file.name;
  story.did(person.sees().me.realName, `drops ${name} into #invoices`);
  const result = await person.shares(typeof file === 'string' ? join(bills, file) : file, intake);
  if (!result.ok) throw new Error(result.error);
  const started = performance.now();
  const answer = await person.waitsFor((seen) => {
    const file = seen.messages[intake]?.findLast(({ files, ts }) =>
      result.file ? files.some(({ id }) => id === result.file) : ts === result.ts,
    );
    const reply = seen.messages[intake]?.findLast(
      ({ threadTs, user }) => threadTs === file?.ts && user === seen.app.userId,
    );
    return reply && !/^(Received|Reading)/.test(reply.text) ? reply : null;
  }, 60_000);
  story.saw(`${said(answer)}\n(after ${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return answer;
}

/** Types a command where Penny is a member and waits for what only this person sees. */
export async function answered(
  { story }: Stage,
  person: SandboxPerson,
  command: string,
  channel: string = channelIds.finance,
): Promise<Message> {
  story.did(person.sees().me.realName, `types ${command}`);
  const before = newest(person)?.ts ?? '';
  const result = await person.types(command, channel);
  if (!result.ok) throw new Error(result.error);
  const answer = await person.waitsFor(
    (seen) => allOf(seen.messages).find(({ ts, ephemeral }) => ephemeral && ts > before),
    20_000,
  );
  story.saw(said(answer));
  return answer;
}

export const allOf = (messages: Readonly<Record<string, readonly Message[]>>): readonly Message[] =>
  Object.values(messages)
    .flat()
    .toSorted((a, b) => a.ts.localeCompare(b.ts));

export const newest = (person: SandboxPerson): Message | undefined => allOf(person.sees().messages).at(-1);

export const marked = (person: SandboxPerson, ts: string | null, names: readonly string[]): boolean =>
  allOf(person.sees().messages).some(
    (message) => message.ts === ts && message.reactions.some(({ name }) => names.includes(name)),
  );

export async function picture(
  { story, lens }: Stage,
  name: string,
  view: Parameters<Camera['shoot']>[1],
  alt: string,
): Promise<void> {
  await pause(500);
  if (await lens.shoot(name, view)) story.picture(name, alt);
}

/** Writes the chart of an answer beside the pictures of the page. */
export async function saveChart({ sandbox, story, lens }: Stage, { blocks }: Message, name: string): Promise<boolean> {
  const image = blocks.find(({ type }) => type === 'image') as
    | { slack_file?: { id: string }; alt_text?: string }
    | undefined;
  if (!image?.slack_file) return false;
  const response = await fetch(new URL(`/sandbox/file/${image.slack_file.id}?as=ben`, sandbox.url));
  const bytes = Buffer.from(await response.arrayBuffer());
  await lens.keep(name, bytes);
  story.picture(name, image.alt_text ?? '');
  return bytes.subarray(1, 4).toString() === 'PNG';
}

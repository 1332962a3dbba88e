import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SlackDesk, slackDesk } from '../../../src/adapters/slack/slack.ts';
import type { Command } from '../../../src/engine/command.ts';
import type { Interaction } from '../../../src/engine/interaction.ts';
import type { Ports } from '../../../src/engine/ports.ts';
import type { Suggestion } from '../../../src/engine/suggestion.ts';
import type { Log } from '../../../src/ports/log.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { userIds } from '../../../src/sandbox/seed.ts';
import { type SmallStore, smallStore } from './small-store.ts';

export type Line = { readonly level: string; readonly sentence: string; readonly data: object };

/** A log that can be read afterwards. */
export function readableLog(): { readonly log: Log; readonly lines: readonly Line[] } {
  const lines: Line[] = [];
  const write = (level: string) => (data: object, sentence: string) => void lines.push({ level, sentence, data });
  const log: Log = {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    child: () => log,
  };
  return { log, lines };
}

export type Opened = {
  readonly sandbox: Sandbox;
  readonly desk: SlackDesk;
  readonly small: SmallStore;
  readonly lines: readonly Line[];
  readonly temp: string;
  close(): Promise<void>;
};

export type DeskOptions = {
  readonly commands?: readonly Command[];
  readonly interactions?: readonly Interaction[];
  readonly suggestions?: readonly Suggestion[];
  readonly sandbox?: SandboxOptions;
  readonly pictureWithin?: number;
  readonly largestFile?: number;
  /** Called before the desk starts. */
  readonly before?: (sandbox: Sandbox, small: SmallStore) => void;
};

/** Penny's desk in a sandbox workspace, with a small store and whatever is to be answered. */
export async function openDesk(options: DeskOptions = {}): Promise<Opened> {
  const sandbox = await startSandbox({ fileProcessingMs: 0, ...options.sandbox });
  const temp = await mkdtemp(join(tmpdir(), 'penny-slack-'));
  const { log, lines } = readableLog();
  const small = smallStore({
    [userIds.ada]: ['admin'],
    [userIds.ben]: ['accountant'],
    [userIds.cleo]: ['operator'],
  });
  const desk = slackDesk({
    botToken: sandbox.botToken,
    appToken: sandbox.appToken,
    apiUrl: sandbox.apiUrl,
    fileHosts: [sandbox.filesHost],
    commands: options.commands ?? [],
    interactions: options.interactions ?? [],
    suggestions: options.suggestions ?? [],
    log,
    mostBytes: () => options.largestFile ?? 1024 * 1024,
    temp,
    pictureWithin: options.pictureWithin ?? 3_000,
  });
  options.before?.(sandbox, small);
  await desk.start({ log, store: small.store } as unknown as Ports); // the handlers of these tests reach no other port
  return {
    sandbox,
    desk,
    small,
    lines,
    temp,
    async close() {
      await desk.stop();
      await sandbox.stop();
      await rm(temp, { recursive: true, force: true });
    },
  };
}

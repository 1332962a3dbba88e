import type { Args } from './arguments.ts';
import { structure, text } from './arguments.ts';
import { checkMessageBlocks } from './block-kit/message.ts';
import { fillIds, slackFiles } from './block-kit/walk.ts';
import { isPicture } from './file-shape.ts';
import type { Block } from './page-api.ts';
import { Refusal, refusalWith } from './refusal.ts';
import type { Workspace } from './workspace.ts';
import { isReady } from './workspace.ts';

const MAX_TEXT = 40_000;

export type Content = { readonly text: string; readonly blocks: readonly Block[]; readonly metadata: unknown };

/** Text, blocks and metadata of a message as Slack would take them; refuses what Slack refuses. */
export function readContent(workspace: Workspace, args: Args): Content {
  const given = structure(args, 'blocks') ?? [];
  const words = text(args, 'text') ?? '';
  if (!Array.isArray(given)) throw new Refusal('invalid_blocks_format');
  if (words === '' && given.length === 0 && structure(args, 'attachments') === undefined) throw new Refusal('no_text');
  return { text: words.slice(0, MAX_TEXT), blocks: checkedBlocks(workspace, given), metadata: readMetadata(args) };
}

export function checkedBlocks(workspace: Workspace, given: readonly unknown[]): readonly Block[] {
  const problems = checkMessageBlocks(given);
  if (problems.length > 0) throw refusalWith('invalid_blocks', problems);
  const blocks = fillIds(given as readonly Block[]); // the check has found a type in each
  checkSlackFiles(workspace, blocks, '/blocks', 'invalid_blocks');
  return blocks;
}

/** Slack takes a file in a block only after its scan, and only a picture. */
export function checkSlackFiles(workspace: Workspace, blocks: readonly Block[], pointer: string, code: string): void {
  const bad = slackFiles(blocks, pointer).filter(({ id, url }) => {
    const file = id
      ? workspace.files.get(id)
      : [...workspace.files.values()].find((candidate) => url?.includes(candidate.id));
    return !file || file.deleted || !isReady(workspace, file) || !isPicture(file);
  });
  if (bad.length > 0)
    throw refusalWith(
      code,
      bad.map((place) => `invalid slack file [json-pointer:${place.pointer}]`),
    );
}

function readMetadata(args: Args): unknown {
  const metadata = structure(args, 'metadata');
  if (metadata === undefined) return null;
  const { event_type: type, event_payload: payload } = metadata as Readonly<Record<string, unknown>>; // checked in the next line
  if (typeof type !== 'string' || typeof payload !== 'object') throw new Refusal('invalid_metadata_format');
  return { event_type: type, event_payload: payload };
}

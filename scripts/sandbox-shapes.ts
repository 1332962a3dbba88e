import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rehearse } from './sandbox/rehearsal.ts';

/**
 * Holds what the sandbox says against recordings of the real Slack: `node scripts/sandbox-shapes.ts FOLDER`,
 * FOLDER being `json-logs/samples` of slackapi/java-slack-sdk. Prints every field that no recording has.
 */
type Json = Readonly<Record<string, unknown>>;

/** Right although the recordings lack it. */
const EXPECTED: readonly (readonly [RegExp, string])[] = [
  [/ context_(team|enterprise)_id$/, 'recorded for file_shared and reaction_added; newer than the other recordings'],
  [/ response_urls$/, 'documented; recorded of no view'],
  [/view\.blocks$/, 'a view has blocks; the recordings leave them out'],
  [/app_id$/, 'in the answers of chat.postMessage and conversations.history for messages of an app'],
  [/FileSharePayload event\.bot_(id|profile)$/, 'of a file that the app shared; the recordings are of people'],
  [/reply_users$/, 'in conversations.history beside reply_count'],
  [/UserChangePayload event\.event_ts$/, 'in the types of the official SDK'],
];
/** What an app has sent itself, or names by ids: Slack only repeats it. */
const REPEATED = new Set(['blocks', 'metadata', 'values', 'args', 'elements', 'submit', 'close', 'private', 'public']);

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Paths of ours that the recording does not know. An empty object in a recording stands for any. */
function unknown(ours: unknown, recorded: unknown, path: string): readonly string[] {
  if (Array.isArray(ours)) {
    const merged = Array.isArray(recorded) ? Object.assign({}, ...recorded.filter(isObject)) : {};
    return [...new Set(ours.flatMap((part) => unknown(part, merged, path)))];
  }
  if (!isObject(ours) || !isObject(recorded) || Object.keys(recorded).length === 0) return [];
  return Object.entries(ours).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`;
    if (!(key in recorded)) return value === undefined ? [] : [here];
    return REPEATED.has(key) ? [] : unknown(value, recorded[key], here);
  });
}

const folder = process.argv[2] ?? '';
const unrecorded = new Set<string>();
const found = new Set<string>();
let surprises = 0;
for (const { sample, said } of await rehearse()) {
  const file = join(folder, `${sample}.json`);
  if (!existsSync(file)) {
    unrecorded.add(sample);
    continue;
  }
  for (const path of unknown(said, JSON.parse(readFileSync(file, 'utf8')), '')) {
    const name = `${sample} ${path}`;
    const reason = EXPECTED.find(([path]) => path.test(name))?.[1];
    if (!reason) surprises += 1;
    found.add(reason ? `expected  ${name}: ${reason}` : `SURPRISE  ${name}`);
  }
}
for (const line of [...found].sort()) console.log(line);
console.log(`Without a recording: ${[...unrecorded].join(', ')}.\n${surprises} fields that no recording knows.`);
process.exitCode = surprises === 0 ? 0 : 1;

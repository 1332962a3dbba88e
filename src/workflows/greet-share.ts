import { Fault } from '../domain/fault.ts';
import type { Ports } from '../engine/ports.ts';
import type { Share } from '../ports/documents.ts';
import type { SlackFile } from '../ports/workspace.ts';
import { dropKey, receivedFile } from './share-sayings.ts';

/** Finds the message that carries the file, marks it and answers in its thread. `file` is what Slack said of it; null when an earlier try asked, or nobody shared it. */
export async function greet(
  share: Share,
  ports: Ports,
): Promise<{ readonly share: Share; readonly file: SlackFile | null }> {
  if (share.messageTs !== null) return { share, file: null };
  const file = share.drop === null ? await locate(share.slackFile, share.channel, ports) : null;
  const message = file === null ? await told(share, ports) : file.message;
  return ports.store.transaction(async ({ documents, outbox }) => {
    const located = await documents.note(share.id, { messageTs: message, ...(file && { fileName: file.name }) });
    if (message) await outbox.mark({ channel: share.channel, ts: message, mark: 'eyes' });
    await outbox.say(receivedFile(located));
    return { share: located, file };
  });
}

/** Slack tells some moments after the event in which message a file stands. https://api.slack.com/events/file_shared */
const locate = (slackFile: string, channel: string, { workspace }: Ports): Promise<SlackFile> =>
  patiently(
    () => workspace.file(slackFile, channel),
    ({ message }) => message !== null,
  );

/** Where Slack shows the message that tells of a dropped file; null when its channel is gone. */
async function told(share: Share, { store }: Ports): Promise<string | null> {
  const posted = await patiently(
    () => store.outbox.posted(dropKey(share)),
    (message) => message !== null,
  );
  if (posted !== null) return posted.ts;
  throw new Fault('unavailable', 'Slack does not show yet that this file came in. Penny tries again.');
}

/** Asks again for some seconds, until there is enough of an answer. */
async function patiently<T>(ask: () => Promise<T>, isEnough: (answer: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const answer = await ask();
    if (isEnough(answer) || tries === 40) return answer;
    await new Promise((resolve) => setTimeout(resolve, 40 + tries * 10));
  }
}

import { Fault } from '../../domain/fault.ts';
import type { SlackFile } from '../../ports/workspace.ts';

type Shares = Readonly<Record<string, readonly { readonly ts?: string }[]>>;

/** A file of files.info, as far as Penny looks at it. */
type InfoFile = {
  readonly id?: string;
  readonly name?: string | null;
  readonly title?: string | null;
  readonly size?: number;
  readonly user?: string;
  readonly mode?: string;
  readonly is_external?: boolean;
  readonly file_access?: string;
  readonly url_private?: string;
  readonly url_private_download?: string;
  readonly shares?: { readonly public?: Shares; readonly private?: Shares };
};

/** Throws Fault('missing') for a file that is gone, Fault('invalid') for one that holds no bytes here. */
export function sharedFile(file: InfoFile, channel: string): SlackFile {
  const { mode, file_access } = file;
  if (mode === 'tombstone' || file_access === 'file_not_found')
    throw new Fault(
      'missing',
      'The file was deleted before Penny could read it. Share it again if it should be booked.',
    );
  if (mode === 'hidden_by_limit')
    throw new Fault('missing', 'The file lies beyond the limit of your Slack plan. Share it again.');
  if (file_access === 'access_denied')
    throw new Fault('invalid', 'Slack does not let Penny see this file. Share it in this channel yourself.');
  const download = file.url_private_download ?? file.url_private;
  if (file.is_external || mode === 'external' || !download) {
    throw new Fault(
      'invalid',
      'That is a link to another service, not a file. Download it, then share the file itself.',
    );
  }
  return {
    id: file.id ?? '',
    name: file.name || file.title || 'file',
    size: file.size ?? 0,
    sharedBy: file.user ?? null,
    message: messageIn(file, channel),
    download,
  };
}

/** The newest message that shows the file in this channel; Slack tells it some seconds late. */
function messageIn({ shares }: InfoFile, channel: string): string | null {
  const all = [...(shares?.public?.[channel] ?? []), ...(shares?.private?.[channel] ?? [])];
  const stamps = all.flatMap(({ ts }) => ts ?? []);
  return stamps.sort((a, b) => Number(a) - Number(b)).at(-1) ?? null;
}

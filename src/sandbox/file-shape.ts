import { extname } from 'node:path';
import type { Share, StoredFile, Workspace } from './workspace.ts';
import { isReady, messagesOf } from './workspace.ts';

type Json = Readonly<Record<string, unknown>>;

/** By the ending of the name: mimetype, Slack's filetype, and its word for people. */
const KINDS: Readonly<Record<string, readonly [string, string, string]>> = {
  '.pdf': ['application/pdf', 'pdf', 'PDF'],
  '.png': ['image/png', 'png', 'PNG'],
  '.jpg': ['image/jpeg', 'jpg', 'JPEG'],
  '.jpeg': ['image/jpeg', 'jpg', 'JPEG'],
  '.gif': ['image/gif', 'gif', 'GIF'],
  '.webp': ['image/webp', 'webp', 'WebP'],
  '.tif': ['image/tiff', 'tiff', 'TIFF'],
  '.tiff': ['image/tiff', 'tiff', 'TIFF'],
  '.heic': ['image/heic', 'heic', 'HEIC'],
  '.xml': ['application/xml', 'xml', 'XML'],
  '.csv': ['text/csv', 'csv', 'CSV'],
  '.txt': ['text/plain', 'text', 'Plain Text'],
  '.json': ['application/json', 'json', 'JSON'],
  '.zip': ['application/zip', 'zip', 'Zip'],
  '.xlsx': ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx', 'Excel Spreadsheet'],
};

/** What Slack finds out by scanning; kept apart because a fresh file has none of it. */
export function kindOf(name: string): {
  readonly mimetype: string;
  readonly filetype: string;
  readonly pretty: string;
} {
  const [mimetype, filetype, pretty] = KINDS[extname(name).toLowerCase()] ?? [
    'application/octet-stream',
    'binary',
    'Binary',
  ];
  return { mimetype, filetype, pretty };
}

/** What `slack_file` in an image block accepts. */
export function isPicture(file: StoredFile): boolean {
  return ['image/png', 'image/jpeg', 'image/gif'].includes(kindOf(file.name).mimetype);
}

export function downloadPath(workspace: Workspace, file: StoredFile, download: boolean): string {
  const name = encodeURIComponent(file.name.replaceAll(' ', '_').toLowerCase());
  return `/files-pri/${workspace.seed.team.id}-${file.id}/${download ? 'download/' : ''}${name}`;
}

/** A file as files.info and messages show it; while Slack scans it, kind and shares are empty. */
export function fileObject(workspace: Workspace, file: StoredFile): Json {
  const ready = isReady(workspace, file);
  const kind = ready ? kindOf(file.name) : { mimetype: '', filetype: '', pretty: '' };
  const created = Math.floor(file.created / 1000);
  const { team } = workspace.seed;
  return {
    id: file.id,
    created,
    timestamp: created,
    name: file.name,
    title: file.title,
    mimetype: kind.mimetype,
    filetype: kind.filetype,
    pretty_type: kind.pretty,
    user: file.user,
    user_team: workspace.people.get(file.user)?.teamId ?? team.id,
    editable: false,
    size: file.bytes.length,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: file.shares.some(({ channel }) => workspace.channels.get(channel)?.kind === 'channel'),
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: workspace.origin + downloadPath(workspace, file, false),
    url_private_download: workspace.origin + downloadPath(workspace, file, true),
    permalink: `${workspace.origin}/files/${file.user}/${file.id}/${encodeURIComponent(file.name)}`,
    permalink_public: '',
    comments_count: 0,
    is_starred: false,
    has_rich_preview: false,
    file_access: 'visible',
    media_display_type: isPicture(file) && ready ? 'image' : 'unknown',
    ...(file.altText ? { alt_txt: file.altText } : {}),
    ...sharing(workspace, ready ? file.shares : []),
  };
}

function sharing(workspace: Workspace, shares: readonly Share[]): Json {
  const channelsOf = (kind: string) => [
    ...new Set(shares.map(({ channel }) => channel).filter((id) => workspace.channels.get(id)?.kind === kind)),
  ];
  const groups = { public: channelsOf('channel'), private: [...channelsOf('private'), ...channelsOf('im')] };
  const listed = Object.entries(groups).flatMap(([visibility, ids]) => {
    const byChannel = ids.map((id) => [
      id,
      shares.filter(({ channel }) => channel === id).map((share) => entry(workspace, share)),
    ]);
    return ids.length > 0 ? [[visibility, Object.fromEntries(byChannel)]] : [];
  });
  return {
    shares: Object.fromEntries(listed),
    channels: groups.public,
    groups: channelsOf('private'),
    ims: channelsOf('im'),
  };
}

function entry(workspace: Workspace, share: Share): Json {
  const replies = messagesOf(workspace, share.channel).filter(
    ({ threadTs, onlyFor }) => threadTs === share.ts && !onlyFor,
  );
  const users = [...new Set(replies.map(({ user }) => user))];
  return {
    reply_users: users,
    reply_users_count: users.length,
    reply_count: replies.length,
    ts: share.ts,
    ...(share.threadTs ? { thread_ts: share.threadTs } : {}),
    channel_name: workspace.channels.get(share.channel)?.name ?? '',
    team_id: workspace.seed.team.id,
  };
}

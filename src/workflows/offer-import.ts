import type { Grant } from '../domain/access.ts';
import type { Ports } from '../engine/ports.ts';
import type { Document, Share, ShareState } from '../ports/documents.ts';
import type { Import, ImportState } from '../ports/imports.ts';
import type { Mark } from '../ports/outbox.ts';
import { type ImportControls, importMessage, type Progress } from './import-message.ts';
import { lookAtTable } from './look-at-table.ts';
import { shareKey } from './share-sayings.ts';

/** Shows a shared table and how it would be read, for somebody to load. The same bytes again: told that they are loaded. */
export async function offerImport(
  share: Share,
  document: Document,
  grant: Grant<'document.share'>,
  {
    ports,
    signal,
    controls,
  }: { readonly ports: Ports; readonly signal: AbortSignal; readonly controls: ImportControls },
): Promise<void> {
  const { imports } = ports.store;
  const { layout, mapping, ...preview } = await ports.objects.lend(document.sha256, (path) =>
    lookAtTable(
      { ...document, path },
      ports.settings.reportingCurrency,
      { spreadsheets: ports.spreadsheets, imports },
      signal,
    ),
  );
  const offer = { documentId: document.id, shareId: share.id, layout, mapping, preview };
  const { import: offered } = await imports.offer(offer, grant);
  if (offered.shareId === share.id) await tellImport(offered, ports, controls);
  else await tellLoaded(share, offered, ports);
}

/** Brings the message of an import, the mark on its file and its place among what waits up to what is known. */
export async function tellImport(
  one: Import,
  ports: Pick<Ports, 'store'>,
  controls: ImportControls,
  progress: Progress | null = null,
): Promise<void> {
  if (one.shareId === null) return;
  const share = one.shareId;
  await ports.store.transaction(async ({ documents, outbox }) => {
    const { state, problem } = shareStates[one.state];
    const noted = await documents.note(share, { state, problem: one.problem ?? problem });
    await outbox.say({
      key: shareKey({ id: share }),
      channel: noted.channel,
      thread: noted.messageTs,
      saying: importMessage(one, controls, progress),
    });
    if (noted.messageTs) await outbox.mark({ channel: noted.channel, ts: noted.messageTs, mark: markOf(one) });
  });
}

const shareStates: Readonly<Record<ImportState, { readonly state: ShareState; readonly problem: string | null }>> = {
  offered: { state: 'needs_person', problem: 'This table waits for somebody to press Load in its thread.' },
  loading: { state: 'reading', problem: null },
  loaded: { state: 'booked', problem: null },
  failed: { state: 'needs_person', problem: null },
  dropped: { state: 'refused', problem: 'Somebody did not want it loaded.' },
  undone: { state: 'refused', problem: 'Its import was undone.' },
};

function markOf({ state, counts }: Import): Mark {
  if (state === 'loading') return 'eyes';
  if (state === 'dropped' || state === 'undone') return 'no_entry_sign';
  return state === 'loaded' && counts?.rows === counts?.accepted ? 'white_check_mark' : 'warning';
}

/** The same bytes were loaded before, or are being loaded. */
async function tellLoaded(share: Share, { fileName, state, loadedBy }: Import, { store }: Ports): Promise<void> {
  const by = loadedBy === null ? '' : ` by ${loadedBy.name}`;
  const summary = `${share.fileName} is a duplicate: exactly this table ${state === 'loaded' ? 'is loaded' : 'is being loaded'} already${by}${fileName === share.fileName ? '' : `, as ${fileName}`}.`;
  await store.transaction(async ({ documents, outbox }) => {
    await documents.note(share.id, { state: 'duplicate' });
    const saying = {
      summary,
      parts: [
        { part: 'text', text: summary } as const,
        { part: 'note', text: 'Nothing was booked a second time.' } as const,
      ],
    };
    await outbox.say({ key: shareKey(share), channel: share.channel, thread: share.messageTs, saying });
    if (share.messageTs) await outbox.mark({ channel: share.channel, ts: share.messageTs, mark: 'warning' });
  });
}

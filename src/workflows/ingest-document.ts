import { type Actor, authorize, type Grant } from '../domain/access.ts';
import { Fault } from '../domain/fault.ts';
import { type FileFacts, isSpreadsheet } from '../domain/file.ts';
import type { Source } from '../domain/invoice.ts';
import type { Control } from '../domain/reply.ts';
import type { Ports } from '../engine/ports.ts';
import type { Document, Share } from '../ports/documents.ts';
import type { Store } from '../ports/store.ts';
import type { Fetched, SlackFile } from '../ports/workspace.ts';
import { bookReading } from './book-reading.ts';
import { greet } from './greet-share.ts';
import type { ImportControls } from './import-message.ts';
import { offerImport } from './offer-import.ts';
import { readDocument, type Understood } from './read-document.ts';
import { duplicateFile, readingFile, troubledFile } from './share-sayings.ts';

/** What a person can press under a file of which nothing came. */
export type TroubleControls = (share: Share) => readonly Control[];

/** What they can press under what came, or did not come, of a file. */
export type ShareControls = { readonly trouble: TroubleControls; readonly offer: ImportControls };

/**
 * Takes a share from "heard of" to "booked", or to a sentence that says why not. Every step can be repeated: what an earlier try did is found and kept.
 * Throws Fault('unavailable') for what may work on another try.
 */
export async function ingestDocument(
  shareId: bigint,
  ports: Ports,
  signal: AbortSignal,
  { trouble, offer }: ShareControls = { trouble: () => [], offer: () => [] },
): Promise<void> {
  const noted = await ports.store.documents.shareOf(shareId);
  if (noted === null || settled(noted)) return;
  try {
    const grant = authorize(await bringer(noted, ports), 'document.share');
    const { share, file } = await greet(noted, ports);
    const { share: stored, document } = await keepFile(share, file, ports);
    if (isSpreadsheet(document.type))
      return await offerImport(stored, document, grant, { ports, signal, controls: offer });
    if (await alreadyBooked(stored, document, ports)) return;
    await tellOfReading(stored, ports);
    await book(stored, document, await readDocument(document, ports, signal), grant, ports);
  } catch (error) {
    if (!(error instanceof Fault) || error.code === 'unavailable') throw error;
    await settleTrouble(shareId, error, ports, trouble);
  }
}

export const settled = (share: Share): boolean => share.state !== 'received' && share.state !== 'reading';

/** Whose doing it is: who shared it, or Penny, who looks into the inbox. */
const bringer = ({ slackUser }: Share, { store }: Ports): Promise<Actor | null> =>
  slackUser === null ? store.directory.penny() : store.directory.actor(slackUser);

type Stored = { readonly share: Share; readonly document: Document };

/** Fetches the file, tells what it is and stores it, unless an earlier try did. */
async function keepFile(share: Share, described: SlackFile | null, ports: Ports): Promise<Stored> {
  const known = share.documentId === null ? null : await ports.store.documents.documentOf(share.documentId);
  if (known) return { share, document: known };
  if (share.drop !== null)
    return ports.drops.fetch(share.drop, (fetched) => keep(fetched, share.fileName, share, ports));
  const file = described ?? (await ports.workspace.file(share.slackFile, share.channel));
  return ports.workspace.fetch(file, (fetched) => keep(fetched, file.name, share, ports));
}

async function keep({ path, size, sha256 }: Fetched, name: string, { id }: Share, ports: Ports): Promise<Stored> {
  const facts: FileFacts = await ports.sniff(path, { name, size, sha256 });
  await ports.objects.put(sha256, path);
  return ports.store.transaction(async ({ documents }) => {
    const { document } = await documents.document(facts);
    return { document, share: await documents.note(id, { documentId: document.id, fileName: facts.name }) };
  });
}

/** The same bytes again: told so, with a link to the first, unless what they made was deleted since. */
async function alreadyBooked(share: Share, document: Document, ports: Ports): Promise<boolean> {
  const invoices = await ports.store.ledger.ofDocument(document.id);
  if (invoices.length === 0) return false;
  const first = await ports.store.documents.firstShare(document.id, share.id);
  const link = first?.messageTs ? await ports.workspace.permalink(first.channel, first.messageTs) : null;
  await ports.store.transaction(async (store) => {
    await store.documents.note(share.id, { state: 'duplicate' });
    await store.outbox.say(duplicateFile(share, invoices, first, link));
    await markEnd(share, 'warning', store);
  });
  return true;
}

const tellOfReading = (share: Share, { store }: Ports): Promise<void> =>
  store.transaction(async ({ documents, outbox }) => {
    await outbox.say(readingFile(await documents.note(share.id, { state: 'reading' })));
  });

async function book(
  share: Share,
  document: Document,
  { found, isExact }: Understood,
  grant: Grant<'document.share'>,
  ports: Ports,
): Promise<void> {
  if (found.length === 0 || found.every((one) => Object.keys(one.fields).length === 0)) {
    throw new Fault(
      'invalid',
      'Penny found no invoice in this file. If there is one, add it by hand with /invoice add.',
    );
  }
  const source: Source = isExact ? 'e_invoice' : share.drop === null ? 'slack_file' : 'drop';
  const first = await ports.store.transaction(async (store) => {
    await store.documents.lock(document.id);
    if ((await store.ledger.ofDocument(document.id)).length > 0) return false;
    let doubts = false;
    for (const one of found) {
      const { state } = await bookReading(one, { documentId: document.id, source }, grant, store);
      doubts ||= state === 'review' || state === 'held';
    }
    await store.documents.note(share.id, { state: 'booked', problem: null });
    await markEnd(share, doubts ? 'warning' : 'white_check_mark', store);
    return true;
  });
  if (!first) await alreadyBooked(share, document, ports);
}

/** Why a share could not be booked, told in its thread. What is kept stays listed as needing a person; nothing is lost. */
export async function settleTrouble(
  shareId: bigint,
  { code, message: problem }: Fault,
  ports: Pick<Ports, 'store'>,
  controls: TroubleControls = () => [],
): Promise<void> {
  await ports.store.transaction(async (store) => {
    const share = await store.documents.shareOf(shareId);
    if (share === null || settled(share)) return;
    const isKept = share.documentId !== null || (share.drop !== null && code !== 'missing');
    const state = isKept ? 'needs_person' : 'refused';
    const noted = await store.documents.note(shareId, { state, problem });
    await store.outbox.say(troubledFile(noted, problem, controls(noted)));
    await markEnd(noted, 'warning', store);
  });
}

async function markEnd(share: Share, mark: 'warning' | 'white_check_mark', { outbox }: Store): Promise<void> {
  if (share.messageTs) await outbox.mark({ channel: share.channel, ts: share.messageTs, mark });
}

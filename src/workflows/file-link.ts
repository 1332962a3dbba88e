import { Fault } from '../domain/fault.ts';
import type { Invoice } from '../domain/invoice.ts';
import type { Part } from '../domain/reply.ts';
import type { Ports } from '../engine/ports.ts';
import type { Document } from '../ports/documents.ts';

type Used = Pick<Ports, 'store' | 'objects' | 'workspace' | 'log'>;

/** Minutes for which a link to a file holds: whoever has it may open the file. */
const holds = 5;

/** Where a person who may see the invoice finds its paper: the file itself where the store hands files out, else its message in Slack. Said to that person alone. */
export async function fileLink(invoice: Invoice, ports: Used): Promise<readonly Part[]> {
  const document = invoice.documentId === null ? null : await ports.store.documents.documentOf(invoice.documentId);
  if (document === null) return [];
  const link = await linkTo(document, ports);
  if (link === null) return messageOf(document, ports);
  const text = [{ link, label: 'Open the file' }, `: ${document.name}. The link holds for ${holds} minutes.`];
  return [{ part: 'text', text }];
}

/** An invoice is shown also while its file cannot be. */
async function linkTo(document: Document, { objects, log }: Used): Promise<string | null> {
  try {
    return (await objects.link?.(document, holds * 60)) ?? null;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    log.warn({ err: error, sha256: document.sha256 }, 'there is no link to a file');
    return null;
  }
}

async function messageOf({ id, name }: Document, { store, workspace }: Used): Promise<readonly Part[]> {
  const share = await store.documents.firstShare(id, 0n);
  const link = share?.messageTs ? await workspace.permalink(share.channel, share.messageTs) : null;
  if (share === null || link === null) return [];
  const label = share.drop === null ? 'Open the message with the file' : 'Open the message that tells of the file';
  return [{ part: 'text', text: [{ link, label }, `: ${name}`] }];
}

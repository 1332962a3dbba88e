import type { InvoiceState } from '../../domain/invoice.ts';
import type { Span } from '../../domain/reply.ts';
import type { Ports } from '../../engine/ports.ts';
import type { ShareState, Upload } from '../../ports/documents.ts';
import { heading, section } from './section.ts';

const most = 5;

/** The last files that somebody shared themselves, and what became of each. */
export const uploads = section('invoice.read-own', async (grant, ports) => {
  const files = await ports.store.documents.uploads(grant, most);
  if (files.length === 0) return [];
  const lines = await Promise.all(files.map((file) => line(file, ports)));
  const text = lines.flatMap((one, at) => (at === 0 ? one : ['\n', ...one]));
  return [heading('Your last files'), { part: 'text', text }];
});

async function line(upload: Upload, { workspace }: Pick<Ports, 'workspace'>): Promise<readonly Span[]> {
  const { channel, messageTs, fileName } = upload.share;
  const link = messageTs === null ? null : await workspace.permalink(channel, messageTs);
  const name = fileName || 'A file';
  return ['• ', link === null ? { bold: name } : { link, label: name }, ': ', became(upload)];
}

const stateWords: Readonly<Record<Exclude<ShareState, 'booked'>, string>> = {
  received: 'on its way in',
  reading: 'being read',
  duplicate: 'a duplicate, it was here before',
  needs_person: 'needs a person',
  refused: 'not booked',
};

const invoiceWords: Readonly<Record<Exclude<InvoiceState, 'deleted'>, string>> = {
  held: 'held as a possible duplicate',
  review: 'in review',
  booked: 'booked',
  confirmed: 'confirmed',
};

function became({ share: { state, problem }, isTable, invoices }: Upload): string {
  if (state !== 'booked') return [stateWords[state], ...(problem ? [problem] : [])].join(': ');
  if (isTable) return 'loaded';
  const counts = Object.entries(invoiceWords)
    .map(([name, words]) => ({ words, of: invoices.filter((one) => one.state === name) }))
    .filter(({ of }) => of.length > 0);
  if (counts.length === 0) return 'read, and taken out again';
  const [one] = invoices;
  if (invoices.length === 1 && one) return `${counts[0]?.words}, #${one.id}`;
  return `${invoices.length} invoices: ${counts.map(({ words, of }) => `${of.length} ${words}`).join(', ')}`;
}

import { type Cut, cutsOf, isSameCut } from '../domain/cut.ts';
import { Fault } from '../domain/fault.ts';
import type { Invoice } from '../domain/invoice.ts';
import type { FieldName } from '../domain/reading.ts';
import type { Picture } from '../domain/reply.ts';
import type { Ports } from '../engine/ports.ts';
import type { Document } from '../ports/documents.ts';
import type { Picturing } from '../ports/pictures.ts';

export type SlackPicture = Extract<Picture, { readonly slackFile: string }>;

/** The pictures that Slack has of an invoice's paper, as it is now: of the first page, and of what stands around a value in doubt. */
export type PaperPictures = {
  readonly page: SlackPicture | null;
  readonly around: Readonly<Partial<Record<FieldName, SlackPicture>>>;
};

export const noPictures: PaperPictures = { page: null, around: {} };

export async function picturesOf(invoice: Invoice, { store }: Pick<Ports, 'store'>): Promise<PaperPictures> {
  const drawn = await store.pictures.of(invoice.id);
  const shown = cutsOf(invoice).flatMap((cut) => {
    const slackFile = drawn.find((one) => isSameCut(one, cut))?.slackFile;
    return slackFile ? [[cut.shows, { slackFile, alt: altOf(cut, invoice), name: nameOf(cut, invoice) }] as const] : [];
  });
  const { page = null, ...around } = Object.fromEntries(shown) as Partial<Record<Cut['shows'], SlackPicture>>; // the keys are those of the cuts
  return { page, around };
}

/** The pieces of its paper that nobody has drawn yet. */
async function missing(invoice: Invoice, { store }: Pick<Ports, 'store'>): Promise<readonly Cut[]> {
  const drawn = await store.pictures.of(invoice.id);
  return cutsOf(invoice).filter((cut) => !drawn.some((one) => isSameCut(one, cut)));
}

/** Asks for the pictures that are missing; a job draws them, and the card follows. An e-invoice in XML has no page to be drawn. */
export async function askForPictures(invoice: Invoice, ports: Pick<Ports, 'store'>): Promise<void> {
  const document = await documentOf(invoice, ports);
  if (document === null || (await missing(invoice, ports)).length === 0) return;
  await ports.store.queue.send({
    name: 'draw-invoice',
    payload: { invoice: String(invoice.id) },
    key: `${invoice.id}`,
  });
}

/** Draws what is missing, gives it to Slack, and has the card shown anew. Safe to run twice: Slack then has a picture that nobody sees. */
export async function drawInvoice(invoice: Invoice, ports: Ports, signal: AbortSignal): Promise<void> {
  const document = await documentOf(invoice, ports);
  const cuts = await missing(invoice, ports);
  if (document === null || cuts.length === 0) return;
  const jpegs = await drawn(document, cuts, ports, signal);
  const pictures: Picturing[] = [];
  for (const [index, cut] of cuts.entries()) {
    const jpeg = jpegs[index];
    const picture = { name: nameOf(cut, invoice), alt: altOf(cut, invoice) };
    pictures.push({ ...cut, slackFile: jpeg ? await ports.workspace.upload({ ...picture, bytes: jpeg }) : null });
  }
  await ports.store.transaction(async (store) => {
    await store.pictures.keep(invoice.id, pictures);
    const id = String(invoice.id);
    if (pictures.some(({ slackFile }) => slackFile !== null))
      await store.queue.send({ name: 'show-invoice', payload: { invoice: id }, key: id });
  });
}

async function documentOf({ documentId }: Invoice, { store }: Pick<Ports, 'store'>): Promise<Document | null> {
  const document = documentId === null ? null : await store.documents.documentOf(documentId);
  return document?.type === 'application/xml' ? null : document;
}

/** A file that was read but cannot be drawn goes without pictures: none is asked for again. */
async function drawn(
  document: Document,
  cuts: readonly Cut[],
  { store, objects, drawCuts }: Ports,
  signal: AbortSignal,
): Promise<readonly (Uint8Array | null)[]> {
  const sheets = await store.documents.sheets(document.id);
  try {
    return await objects.lend(document.sha256, (path) => drawCuts({ ...document, path }, { cuts, sheets }, signal));
  } catch (error) {
    if (error instanceof Fault && error.code === 'invalid') return [];
    throw error;
  }
}

const nameOf = ({ shows, page }: Cut, { id }: Invoice): string =>
  shows === 'page' ? `invoice-${id}-page-${page}.jpg` : `invoice-${id}-${shows}.jpg`;

/** A picture is for the eye; what it shows stands beside it in words. */
const altOf = ({ shows, page }: Cut, { id }: Invoice): string =>
  shows === 'page'
    ? `Page ${page} of the paper of invoice #${id}`
    : `The paper of invoice #${id}, where its ${shows.replaceAll('_', ' ')} stands`;

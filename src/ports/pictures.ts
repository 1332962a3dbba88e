import type { Cut } from '../domain/cut.ts';
import type { Page } from '../domain/page.ts';
import type { StoredFile } from './document-reader.ts';

/** A piece of an invoice's paper as Slack has it; `slackFile` is null where it could not be drawn. */
export type Picturing = Cut & { readonly slackFile: string | null };

/** Which pictures of an invoice's paper Slack has. */
export interface Pictures {
  of(invoice: bigint): Promise<readonly Picturing[]>;
  /** Each in the place of an earlier one that showed the same. */
  keep(invoice: bigint, pictures: readonly Picturing[]): Promise<void>;
}

/** How the boxes of a reading lie on a page: as its reader saw it. */
export type Sheet = Pick<Page, 'number' | 'source' | 'turned'>;

/**
 * Draws pieces of a PDF or picture as JPEG, in the order of `cuts`; null for one on a page that is not there. A box is marked, with what stands around it.
 * `sheets` are the pages as they were read; one that is not among them is drawn as it lies. Throws Fault('invalid') for a file that cannot be drawn.
 */
export type DrawCuts = (
  file: StoredFile,
  pieces: { readonly cuts: readonly Cut[]; readonly sheets: readonly Sheet[] },
  signal: AbortSignal,
) => Promise<readonly (Uint8Array | null)[]>;

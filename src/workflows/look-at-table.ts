import type { Currency } from '../domain/money.ts';
import type { Ports } from '../engine/ports.ts';
import type { StoredFile } from '../ports/document-reader.ts';
import type { Preview } from '../ports/spreadsheets.ts';

/** How a table would be read: as people had its layout read before, else as it is recognised. `usual` is the currency where nothing names one. */
export async function lookAtTable(
  file: StoredFile,
  usual: Currency,
  { spreadsheets, imports }: Pick<Ports, 'spreadsheets'> & Pick<Ports['store'], 'imports'>,
  signal: AbortSignal,
): Promise<Preview> {
  const recognised = await spreadsheets.preview(file, { known: null, usual }, signal);
  const known = await imports.layout(recognised.layout);
  return known === null ? recognised : spreadsheets.preview(file, { known, usual }, signal);
}

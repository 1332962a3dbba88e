import { readFile } from 'node:fs/promises';
import decodeHeic from 'heic-decode';
import sharp, { type Raw } from 'sharp';
import { Fault } from '../../domain/fault.ts';
import { type FileType, mostPages } from '../../domain/file.ts';

/** Encoded bytes, or bare pixels when `raw` says how they lie. `page` picks one of several (TIFF). */
export type Picture = { readonly data: Buffer; readonly raw?: Raw; readonly page?: number };

/** A picture made ready for OCR: grey, upright, of a good size, as PNG. */
export type Scan = { readonly png: Buffer; readonly width: number; readonly height: number };

/** Pixels; checked on the header, before anything is unpacked. A phone's photo has 12 to 50 million. */
const mostPixels = 50_000_000;

/** Width and height that OCR reads well: a page of A4 at 200 to 300 dpi. */
const goodSide = { least: 1800, most: 3508 };

/** Opens a picture file as its pages, one but for TIFF. Throws `Fault('invalid')` when it is too large or damaged. */
export async function openPicture(path: string, type: FileType): Promise<readonly Picture[]> {
  const data = await readFile(path);
  if (type === 'image/heic') return [await fromHeic(data)];
  const { width = 0, height = 0, pages = 1 } = await orDamaged(sharp(data, { limitInputPixels: false }).metadata());
  assertSize(width, height);
  if (pages > mostPages) {
    throw new Fault(
      'invalid',
      `This picture has ${pages} pages; ${mostPages} are the most I read. Share only the pages with the invoice.`,
    );
  }
  return Array.from({ length: pages }, (_, page) => (pages === 1 ? { data } : { data, page }));
}

/** iPhones write HEIC, which the prebuilt sharp cannot open. */
async function fromHeic(data: Buffer): Promise<Picture> {
  const [image] = await orDamaged(decodeHeic.all({ buffer: data }));
  if (!image) throw damaged();
  assertSize(image.width, image.height);
  const pixels = await orDamaged(image.decode());
  return { data: Buffer.from(pixels.data), raw: { width: pixels.width, height: pixels.height, channels: 4 } };
}

/** Grey, upright by its EXIF note, on white, contrast stretched, scaled to a good size. */
export async function prepare({ data, raw, page }: Picture): Promise<Scan> {
  const open = sharp(data, { limitInputPixels: mostPixels, ...(raw && { raw }), ...(page !== undefined && { page }) });
  const { autoOrient } = await orDamaged(open.metadata());
  const scale = goodScale(autoOrient.width, autoOrient.height);
  const work = open
    .autoOrient()
    .flatten({ background: 'white' })
    .resize({ width: Math.max(1, Math.round(autoOrient.width * scale)), kernel: 'lanczos3' })
    .greyscale()
    .normalise({ lower: 1, upper: 99 });
  const { data: png, info } = await orDamaged(work.png({ compressionLevel: 1 }).toBuffer({ resolveWithObject: true }));
  return { png, width: info.width, height: info.height };
}

function goodScale(width: number, height: number): number {
  const side = Math.max(width, height);
  if (side > goodSide.most) return goodSide.most / side;
  return side < goodSide.least ? Math.min(3, goodSide.least / side) : 1;
}

function assertSize(width: number, height: number): void {
  if (width * height <= mostPixels) return;
  const size = `${width} × ${height}`;
  throw new Fault(
    'invalid',
    `This picture is too large (${size} pixels; 50 million are the most I read). Save it smaller and share it again.`,
  );
}

const damaged = (cause?: unknown): Fault =>
  new Fault('invalid', 'This picture is damaged and does not open. Take or scan it again and share the new file.', {
    cause,
  });

const orDamaged = <T>(opening: Promise<T>): Promise<T> =>
  opening.catch((cause: unknown) => {
    throw damaged(cause);
  });

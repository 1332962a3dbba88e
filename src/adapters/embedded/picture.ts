import { readFile } from 'node:fs/promises';
import decodeHeic from 'heic-decode';
import sharp, { type Raw, type Sharp } from 'sharp';
import { Fault } from '../../domain/fault.ts';
import { type FileType, mostPages } from '../../domain/file.ts';
import { withoutDarkAreas } from './dark-areas.ts';
import { frameOf } from './frame.ts';
import { evenLight } from './light.ts';
import { directionOf, type Grey } from './skew.ts';

/** Encoded bytes, or bare pixels when `raw` says how they lie. `page` picks one of several (TIFF). */
export type Picture = { readonly data: Buffer; readonly raw?: Raw; readonly page?: number };

/** A picture made ready for OCR: grey, upright, level, of a good size; one byte a pixel. */
export type Scan = Grey;

/** Pixels; checked on the header, before anything is unpacked. A phone's photo has 12 to 50 million. */
const mostPixels = 50_000_000;

/** The longer side at which OCR reads well: a page of A4 at 170 to 300 dpi. Enlarged further, receipts took longer and were read no better. */
const goodSide = { least: 2000, most: 3508 };

/** Opens a picture file as its pages, one but for TIFF. Throws `Fault('invalid')` when it is too large or damaged. */
export async function openPicture(path: string, type: FileType): Promise<readonly Picture[]> {
  const data = await readFile(path);
  if (type === 'image/heic') return [await fromHeic(data)];
  const { width = 0, height = 0, pages = 1 } = await orDamaged(sharp(data, { limitInputPixels: false }).metadata());
  assertSize(width, height);
  if (pages > mostPages) {
    throw new Fault(
      'invalid',
      `This picture has ${pages} pages; ${mostPages} are the most that Penny reads. Share only the pages with the invoice.`,
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
  return { data: Buffer.from(pixels.data.buffer), raw: { width: pixels.width, height: pixels.height, channels: 4 } };
}

/** Grey, upright by its EXIF note, evenly lit, its lines level, on white, scaled to a good size. */
export async function prepare({ data, raw, page }: Picture): Promise<Scan> {
  const open = sharp(data, { limitInputPixels: mostPixels, ...(raw && { raw }), ...(page !== undefined && { page }) });
  const grey = open
    .autoOrient()
    .flatten({ background: 'white' })
    .resize({ width: goodSide.most, height: goodSide.most, fit: 'inside', withoutEnlargement: true });
  const seen = scanOf(await orDamaged(bare(grey)));
  return withoutDarkAreas(await levelled(evenLight(seen)));
}

type Bare = { readonly data: Buffer; readonly info: { readonly width: number; readonly height: number } };

const scanOf = ({ data, info: { width, height } }: Bare): Scan => ({ data, width, height });

/** Skew in degrees that OCR does not mind. A page turned by 1.5 lost it one word in ten. */
const smallSkew = 0.2;

/** What is printed, its lines level, enlarged where it is small; on its side, it is turned by a quarter. */
async function levelled(scan: Scan): Promise<Scan> {
  const small = raw(scan).resize({ width: 900, height: 900, fit: 'inside', withoutEnlargement: true });
  const { skew, quarter } = directionOf(scanOf(await bare(small)));
  const angle = quarter - (Math.abs(skew) < smallSkew ? 0 : skew);
  const frame = frameOf(scan);
  const width = Math.max(1, Math.round(frame.width * goodScale(frame.width, frame.height)));
  const sized = scanOf(await bare(raw(scan).extract(frame).resize({ width, kernel: 'lanczos3' })));
  // Enlarged before it is turned: turned small, it lost what is fine
  return angle === 0 ? sized : scanOf(await bare(raw(sized).rotate(angle, { background: 'white' })));
}

const bare = (picture: Sharp): Promise<Bare> => picture.greyscale().raw().toBuffer({ resolveWithObject: true });

const raw = ({ data, width, height }: Scan): Sharp => sharp(data, { raw: { width, height, channels: 1 } });

/** The scan turned clockwise by a quarter, a half or three quarters. */
export async function turned(scan: Scan, degrees: 90 | 180 | 270): Promise<Scan> {
  return scanOf(await bare(raw(scan).rotate(degrees)));
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
    `This picture is too large (${size} pixels; 50 million are the most that Penny reads). Save it smaller and share it again.`,
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

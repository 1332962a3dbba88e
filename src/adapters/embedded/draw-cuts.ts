import sharp, { type Sharp } from 'sharp';
import type { Cut } from '../../domain/cut.ts';
import type { FileType } from '../../domain/file.ts';
import type { Box } from '../../domain/page.ts';
import type { Sheet } from '../../ports/pictures.ts';
import { drawPage } from './pdf-picture.ts';
import { openPicture, type Picture, prepare, turned } from './picture.ts';
import { withPdf } from './read-pages.ts';

/** These functions parse what strangers made: they are run in a child process only. */

export type Pieces = {
  readonly path: string;
  readonly type: FileType;
  readonly cuts: readonly Cut[];
  readonly sheets: readonly Sheet[];
};

/** The pieces as JPEG, in their order; null for one whose page is not there, or empty. */
export async function drawCuts({ path, type, cuts, sheets }: Pieces): Promise<readonly (Uint8Array | null)[]> {
  const pages = new Map<number, Bare | null>();
  const drawn: (Uint8Array | null)[] = [];
  for (const { page, box } of cuts) {
    if (!pages.has(page)) {
      const sheet = sheets.find(({ number }) => number === page);
      pages.set(page, await asRead(path, type, page, sheet));
    }
    const bare = pages.get(page);
    drawn.push(bare ? await (box === null ? wholePage(bare) : around(bare, box)) : null);
  }
  return drawn;
}

type Bare = {
  readonly data: Uint8Array;
  readonly info: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 };
};
const open = ({ data, info: { width, height, channels } }: Bare): Sharp =>
  sharp(data, { raw: { width, height, channels } });

/** Enough to read small print in a piece of a page, and quickly drawn. */
const dots = 150;

/** The page as its reader saw it: boxes of OCR lie on the levelled scan, those of a text layer on the page turned upright. */
async function asRead(path: string, type: FileType, page: number, sheet: Sheet | undefined): Promise<Bare | null> {
  const isScan = sheet?.source === 'ocr';
  const picture =
    type === 'application/pdf'
      ? await withPdf(path, async (pdf) =>
          page > pdf.numPages
            ? undefined
            : drawPage(await pdf.getPage(page), isScan ? {} : { dots, turned: sheet?.turned ?? 0 }),
        )
      : (await openPicture(path, type))[page - 1];
  if (!picture) return null;
  return isScan ? asScan(picture, sheet.turned ?? 0) : asIs(picture);
}

async function asScan(picture: Picture, degrees: number): Promise<Bare> {
  const level = await prepare(picture);
  const { data, width, height } = isQuarter(degrees) ? await turned(level, degrees) : level;
  return { data, info: { width, height, channels: 1 } };
}

const isQuarter = (degrees: number): degrees is 90 | 180 | 270 => degrees === 90 || degrees === 180 || degrees === 270;

function asIs({ data, raw, page }: Picture): Promise<Bare> {
  const opened = sharp(data, { ...(raw && { raw }), ...(page !== undefined && { page }) });
  return opened
    .autoOrient()
    .flatten({ background: 'white' })
    .resize({ width: 2000, height: 2800, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
}

const wholePage = (bare: Bare): Promise<Uint8Array> =>
  open(bare)
    .resize({ width: 1000, height: 1400, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 80 })
    .toBuffer();

/** Pixels: as wide as Slack shows a picture, at twice its size. */
const wide = 880;

/** The value with its line and the lines next to it, in a frame. */
async function around(bare: Bare, box: Box): Promise<Uint8Array> {
  const { width, height } = bare.info;
  const value = {
    left: box.left * width,
    top: box.top * height,
    width: box.width * width,
    height: Math.max(box.height * height, height * 0.008),
  };
  const piece = {
    width: Math.round(Math.min(width, Math.max(value.width * 1.4, width * 0.7))),
    height: Math.round(Math.min(height, Math.max(value.height * 5.5, height * 0.075))),
  };
  const left = within(value.left + value.width / 2 - piece.width / 2, width - piece.width);
  const top = within(value.top + value.height / 2 - piece.height / 2, height - piece.height);
  const scale = wide / piece.width;
  const frame = { left: (value.left - left) * scale, top: (value.top - top) * scale };
  return open(bare)
    .extract({ left, top, ...piece })
    .resize({ width: wide })
    .toColourspace('srgb')
    .composite([
      {
        input: frameAround(
          { ...frame, width: value.width * scale, height: value.height * scale },
          Math.round(piece.height * scale),
        ),
      },
    ])
    .jpeg({ quality: 85 })
    .toBuffer();
}

const within = (least: number, most: number): number => Math.round(Math.min(Math.max(least, 0), most));

type Frame = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** Amber, which stands out from print of any colour and from the grey of a scan. */
function frameAround({ left, top, width, height }: Frame, tall: number): Buffer {
  const room = 6;
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${tall}">
    <rect x="${left - room}" y="${top - room}" width="${width + 2 * room}" height="${height + 2 * room}" rx="6" fill="none" stroke="#d97706" stroke-width="4"/>
  </svg>`);
}

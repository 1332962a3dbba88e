import sharp, { type Sharp } from 'sharp';
import { openPdf } from '../../../src/adapters/embedded/pdf-document.ts';
import { drawPage } from '../../../src/adapters/embedded/pdf-picture.ts';

/** The first page of a PDF as a PNG of this width. */
export async function pictureOf(pdf: Uint8Array, width: number): Promise<Buffer> {
  const opened = await openPdf(pdf.slice());
  const drawn = await drawPage(await opened.getPage(1));
  await opened.loadingTask.destroy();
  if (!drawn?.raw) throw new Error('a sample bill is blank');
  return sharp(drawn.data, { raw: drawn.raw }).resize({ width }).png().toBuffer();
}

/** Grain, the same each time. */
export async function grainy(picture: Buffer, strength: number): Promise<Sharp> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  let seed = 20_260_314;
  for (let at = 0; at < data.length; at += info.channels) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    const grain = ((seed >> 16) % 256) / 256 - 0.5;
    for (let channel = 0; channel < info.channels; channel += 1) {
      data[at + channel] = Math.min(255, Math.max(0, (data[at + channel] ?? 0) + grain * strength));
    }
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}

/** A phone's photo of a slip of paper on a table: turned a little, uneven light, grain. */
export async function photo(slip: Buffer): Promise<Buffer> {
  const paper = await sharp(slip).ensureAlpha().rotate(2.3, { background: '#0000' }).png().toBuffer();
  const { width = 0, height = 0 } = await sharp(paper).metadata();
  const [wide, high] = [width + 220, height + 200];
  const table = `<svg width="${wide}" height="${high}"><defs>
    <linearGradient id="wood" x1="0" y1="0" x2="1" y2="0.3"><stop offset="0" stop-color="#7d5a3f"/><stop offset="0.5" stop-color="#8f6a4b"/><stop offset="1" stop-color="#6a4a33"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#wood)"/></svg>`;
  const light = `<svg width="${wide}" height="${high}"><defs><radialGradient id="light" cx="0.35" cy="0.25" r="0.95">
    <stop offset="0" stop-color="#fff6e8"/><stop offset="1" stop-color="#a8a097"/></radialGradient></defs><rect width="100%" height="100%" fill="url(#light)"/></svg>`;
  const shadow = await sharp(paper).linear(0, 0).blur(9).png().toBuffer();
  const scene = await sharp(Buffer.from(table))
    .composite([
      { input: shadow, left: 116, top: 110 },
      { input: paper, left: 110, top: 100 },
    ])
    .png()
    .toBuffer();
  const lit = await sharp(scene)
    .composite([{ input: Buffer.from(light), blend: 'multiply' }])
    .blur(0.7)
    .png()
    .toBuffer();
  return (await grainy(lit, 26)).jpeg({ quality: 68 }).toBuffer();
}

/** An office scanner's page: grey, not quite straight. */
export async function scan(page: Buffer): Promise<Sharp> {
  const turned = await sharp(page)
    .flatten({ background: '#fff' })
    .greyscale()
    .rotate(0.5, { background: '#fff' })
    .toColourspace('srgb')
    .png()
    .toBuffer();
  return (await grainy(turned, 10)).greyscale();
}

/** A desk with nothing written on it. */
export async function blank(): Promise<Buffer> {
  const desk = `<svg width="900" height="640"><defs><linearGradient id="desk" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#d9d4cb"/><stop offset="1" stop-color="#aaa294"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#desk)"/></svg>`;
  return sharp(Buffer.from(desk)).png({ palette: true, colours: 32 }).toBuffer();
}

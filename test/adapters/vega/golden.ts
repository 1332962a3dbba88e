import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import sharp from 'sharp';

/** Letters drawn by the same fonts on another machine differ less; one changed digit differs more. */
export const tolerance = 0.0003;

export const folder = new URL('golden/', import.meta.url);
const renew = 'UPDATE_GOLDEN=1 npx vitest run test/adapters/vega';
const file = (name: string) => new URL(`${name}.png`, folder);

/** The picture as it is kept: at scale 1, with a palette. */
export const keep = async (name: string, png: Uint8Array): Promise<void> =>
  writeFileSync(file(name), await sharp(png).resize(640).png({ palette: true, effort: 10 }).toBuffer());

/** The share of pixels in which a new picture differs from the kept one, to the eye. */
export async function difference(name: string, png: Uint8Array): Promise<number> {
  const [kept, seen] = await Promise.all([pixels(readFileSync(file(name))), pixels(png)]);
  if (kept.height !== seen.height) return 1;
  return differing(kept, seen) / (seen.width * seen.height);
}

/** What is wrong with a new picture, and what to do about it; null when it looks as it did. Leaves it in the temporary folder, and beside it what differs. */
export async function complaint(name: string, png: Uint8Array): Promise<string | null> {
  const isKept = existsSync(file(name));
  const share = isKept ? await difference(name, png) : 1;
  if (share <= tolerance) return null;
  const left = join(tmpdir(), 'penny-golden');
  mkdirSync(left, { recursive: true });
  writeFileSync(join(left, `${name}.png`), png);
  const where = `The new one is ${join(left, `${name}.png`)}. If it shall be so: ${renew}`;
  if (!isKept) return `There is no picture ${name} to compare with. ${where}`;
  const hint = await leaveDifference(name, png, join(left, `${name}-difference.png`));
  return `The picture ${name} differs in ${percent(share)} of its pixels, ${percent(tolerance)} are allowed${hint}. ${where}`;
}

async function leaveDifference(name: string, png: Uint8Array, path: string): Promise<string> {
  const [kept, seen] = await Promise.all([pixels(readFileSync(file(name))), pixels(png)]);
  if (kept.height !== seen.height) return `: it is ${seen.height} high and was ${kept.height}`;
  const shown = new Uint8Array(kept.data.length);
  differing(kept, seen, shown);
  await sharp(shown, { raw: { width: kept.width, height: kept.height, channels: 4 } })
    .png()
    .toFile(path);
  return ` (red in ${path})`;
}

type Pixels = { readonly data: Uint8Array; readonly width: number; readonly height: number };

async function pixels(png: Uint8Array): Promise<Pixels> {
  const plain = sharp(png).resize(640).flatten({ background: '#888' }).ensureAlpha().raw();
  const { data, info } = await plain.toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

const differing = (one: Pixels, other: Pixels, shown?: Uint8Array): number =>
  pixelmatch(one.data, other.data, shown, one.width, one.height, { threshold: 0.05, includeAA: true });

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;

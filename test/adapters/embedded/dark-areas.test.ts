import sharp from 'sharp';
import { expect, test } from 'vitest';
import { withoutDarkAreas } from '../../../src/adapters/embedded/dark-areas.ts';

const [width, height] = [800, 1000];

async function drawn(shapes: string) {
  const svg = `<svg width="${width}" height="${height}"><rect width="100%" height="100%" fill="#f4f4f4"/>${shapes}</svg>`;
  const { data } = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { data, width, height };
}
const at = (picture: { readonly data: Uint8Array }, x: number, y: number): number => picture.data[y * width + x] ?? -1;

test('white print on a dark band becomes black on white, level or not', async () => {
  const band =
    '<rect x="60" y="500" width="680" height="60" fill="#111"/><rect x="300" y="520" width="6" height="20" fill="#fff"/>';
  for (const turn of ['', ' transform="rotate(1 400 530)"']) {
    const clear = withoutDarkAreas(await drawn(`<g${turn}>${band}</g>`));
    expect(at(clear, 200, 530)).toBeGreaterThan(200);
    expect(at(clear, 303, 530)).toBeLessThan(60);
  }
});

test('the black around a copy becomes white', async () => {
  const clear = withoutDarkAreas(
    await drawn('<rect width="800" height="50" fill="#000"/><rect width="40" height="1000" fill="#000"/>'),
  );
  expect(at(clear, 400, 20)).toBe(255);
  expect(at(clear, 20, 600)).toBe(255);
});

test('large letters and rules are no bands', async () => {
  const page = await drawn(
    '<rect x="100" y="100" width="60" height="70" fill="#000"/><rect x="60" y="300" width="680" height="4" fill="#000"/>',
  );
  expect(withoutDarkAreas(page)).toBe(page);
});

import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import sharp from 'sharp';
import { colour, scale } from './theme.ts';

const corner = 14;
/** Even one short title covers more of its card than this share. */
const leastPainted = 0.004;

/**
 * Lays the drawing on its card and makes a PNG of it. sharp does that outside the main thread and some four times as fast as the canvas itself.
 * Throws when hardly anything was drawn: Vega may end well with a blank picture.
 */
export async function png(canvas: Canvas): Promise<Uint8Array> {
  const context = canvas.getContext('2d');
  if (paintedShare(context, canvas) < leastPainted) throw new Error('The chart came out blank');
  context.resetTransform();
  context.globalCompositeOperation = 'destination-over';
  layCard(context, canvas, scale, colour.card);
  layCard(context, canvas, 0, colour.edge);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  return sharp(data, { raw: { width, height, channels: 4 } })
    .png({ compressionLevel: 4 })
    .toBuffer();
}

function layCard(context: SKRSContext2D, { width, height }: Canvas, inset: number, fill: string): void {
  context.beginPath();
  context.roundRect(inset, inset, width - 2 * inset, height - 2 * inset, corner * scale - inset);
  context.fillStyle = fill;
  context.fill();
}

/** The share of pixels with any paint, by a sample of every seventh. */
function paintedShare(context: SKRSContext2D, { width, height }: Canvas): number {
  const { data } = context.getImageData(0, 0, width, height);
  let painted = 0;
  for (let alpha = 3; alpha < data.length; alpha += 28) if (data[alpha] !== 0) painted += 1;
  return painted / (data.length / 28);
}

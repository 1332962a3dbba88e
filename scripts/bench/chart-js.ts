import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { Chart, type ChartConfiguration, type Plugin } from 'chart.js/auto';
import sharp from 'sharp';
import { colour, family, scale, text } from '../../src/adapters/vega/theme.ts';
import { brief, coloursOf, isLabelled, type Plain, whole } from './plain-chart.ts';

/** By Chart.js on the canvas that Penny uses, in this thread; the PNG by the canvas itself, or by what Penny has it from. */
export async function byChartJs(plain: Plain, encode: (canvas: Canvas) => Promise<Uint8Array>): Promise<Uint8Array> {
  const canvas = createCanvas(plain.width, plain.height);
  const chart = new Chart(canvas as unknown as HTMLCanvasElement, configuration(plain)); // its types know the browser's canvas only
  try {
    return await encode(canvas);
  } finally {
    chart.destroy();
  }
}

export const byItself = (canvas: Canvas): Promise<Uint8Array> => canvas.encode('png');

export function bySharp(canvas: Canvas): Promise<Uint8Array> {
  const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return sharp(data, { raw: { width, height, channels: 4 } })
    .png({ compressionLevel: 4 })
    .toBuffer();
}

function configuration(plain: Plain): ChartConfiguration<'bar', number[], string> {
  const { mark, title, names, amounts } = plain;
  const font = { family, size: text.label.size };
  const [value, name] = mark === 'trend' ? (['y', 'x'] as const) : (['x', 'y'] as const);
  return {
    type: 'bar',
    data: {
      labels: [...names],
      datasets: [{ data: [...amounts], backgroundColor: coloursOf(plain), borderRadius: 3 }],
    },
    options: {
      animation: false,
      responsive: false,
      devicePixelRatio: scale,
      indexAxis: name,
      layout: { padding: { left: 26, right: mark === 'bars' ? 110 : 26, top: 24, bottom: 22 } },
      scales: {
        [value]: {
          display: mark === 'trend',
          beginAtZero: true,
          border: { display: false },
          grid: { color: colour.grid },
          ticks: { font, color: colour.soft, maxTicksLimit: 5, callback: (amount) => brief.format(Number(amount)) },
        },
        [name]: {
          border: { display: false },
          grid: { display: false },
          ticks: { font, color: colour.soft, autoSkip: true },
        },
      },
      plugins: {
        legend: { display: false },
        title: {
          display: true,
          align: 'start',
          text: title,
          color: colour.ink,
          font: { family, size: text.title.size },
        },
      },
    },
    plugins: [cardAndAmounts(plain)],
  };
}

/** Chart.js has no card, and of itself writes no amounts. */
const cardAndAmounts = (plain: Plain): Plugin<'bar'> => ({
  id: 'penny',
  beforeDraw({ ctx, width, height }) {
    ctx.fillStyle = colour.card;
    ctx.fillRect(0, 0, width, height);
  },
  afterDatasetsDraw(chart) {
    const { ctx } = chart;
    ctx.fillStyle = colour.ink;
    ctx.font = `${text.value.weight} ${text.value.size}px "${family}"`;
    ctx.textAlign = plain.mark === 'trend' ? 'center' : 'left';
    ctx.textBaseline = plain.mark === 'trend' ? 'bottom' : 'middle';
    for (const [i, { x, y }] of chart.getDatasetMeta(0).data.entries()) {
      const [right, up] = plain.mark === 'trend' ? [0, 6] : [8, 0];
      if (isLabelled(plain, i)) ctx.fillText(whole.format(plain.amounts[i] ?? 0), x + right, y - up);
    }
  },
});

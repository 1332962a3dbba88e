import { createRequire } from 'node:module';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { Resvg } from '@resvg/resvg-js';
import { Chart, type ChartConfiguration, type Plugin } from 'chart.js/auto';
import { init } from 'echarts';
import sharp from 'sharp';
import { colour, family, scale, text } from '../../src/adapters/vega/theme.ts';

/** What there is to draw: columns along time, or bars from the largest, one of them with the accent; amounts in whole euros. */
export type Plain = {
  readonly mark: 'trend' | 'bars';
  readonly title: string;
  readonly names: readonly string[];
  readonly amounts: readonly number[];
  /** At scale 1. */
  readonly width: number;
  readonly height: number;
};

const whole = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
const brief = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR', notation: 'compact' });

const accented = ({ mark, amounts }: Plain): number => (mark === 'trend' ? amounts.length - 1 : 0);
const coloursOf = (plain: Plain) => plain.amounts.map((_, i) => (i === accented(plain) ? colour.accent : colour.quiet));
/** Of columns the last and the largest have their amount, of bars all. */
const isLabelled = (plain: Plain, i: number): boolean =>
  plain.mark === 'bars' || i === accented(plain) || plain.amounts[i] === Math.max(...plain.amounts);

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

/** resvg reads no WOFF, which Penny's own font comes as; these two are files of pdf.js. */
const { resolve } = createRequire(import.meta.url);
const fonts = ['Regular', 'Bold'].map((style) => resolve(`pdfjs-dist/standard_fonts/LiberationSans-${style}.ttf`));
const svgFamily = 'Liberation Sans';

/** By ECharts as SVG, which resvg makes a PNG of, in this thread. */
export async function byECharts(plain: Plain): Promise<Uint8Array> {
  const { width, height } = plain;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option(plain));
    const font = { fontFiles: fonts, loadSystemFonts: false, defaultFontFamily: svgFamily };
    return new Resvg(chart.renderToSVGString(), { font, fitTo: { mode: 'zoom', value: scale } }).render().asPng();
  } finally {
    chart.dispose();
  }
}

function option(plain: Plain) {
  const { mark, title, names, amounts } = plain;
  const label = { fontSize: text.label.size, color: colour.soft, fontFamily: svgFamily };
  const category = {
    type: 'category',
    data: [...names],
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: label,
  };
  const value = {
    type: 'value',
    splitNumber: 4,
    show: mark === 'trend',
    splitLine: { lineStyle: { color: colour.grid } },
    axisLabel: { ...label, formatter: (amount: number) => brief.format(amount) },
  };
  const colours = coloursOf(plain);
  return {
    animation: false,
    backgroundColor: colour.card,
    textStyle: { fontFamily: svgFamily },
    title: { text: title, left: 26, top: 20, textStyle: { fontSize: text.title.size, color: colour.ink } },
    grid: { left: 26, right: mark === 'bars' ? 110 : 26, top: 90, bottom: 22, containLabel: true },
    xAxis: mark === 'trend' ? category : value,
    yAxis: mark === 'trend' ? value : { ...category, inverse: true },
    series: [
      {
        type: 'bar',
        data: amounts.map((amount, i) => ({
          value: amount,
          itemStyle: { color: colours[i], borderRadius: 3 },
          label: {
            show: isLabelled(plain, i),
            position: mark === 'trend' ? 'top' : 'right',
            formatter: whole.format(amount),
            ...{ fontSize: text.value.size, fontWeight: 'bold', color: colour.ink },
          },
        })),
      },
    ],
  };
}

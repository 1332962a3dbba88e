import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { init } from 'echarts';
import { colour, scale, text } from '../../src/adapters/vega/theme.ts';
import { brief, coloursOf, isLabelled, type Plain, whole } from './plain-chart.ts';

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

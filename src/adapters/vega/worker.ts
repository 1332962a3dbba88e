import { worker } from 'workerpool';
import { draw } from './draw.ts';

/** The thread that draws; `vega-charts.ts` asks it by the name of the function. */
worker({ draw });

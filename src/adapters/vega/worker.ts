import { constants, getPriority, setPriority } from 'node:os';
import { worker } from 'workerpool';
import { draw } from './draw.ts';

// On Linux a thread has a priority of its own: the main one, which has calls to acknowledge, goes first
if (process.platform === 'linux') setPriority(0, Math.min(constants.priority.PRIORITY_LOW, getPriority() + 3));

/** The thread that draws; `vega-charts.ts` asks it by the name of the function. */
worker({ draw });

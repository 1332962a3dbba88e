import type { Report } from '../engine/report.ts';
import { overview } from './overview.ts';
import { quality } from './quality.ts';
import { trend } from './trend.ts';
import { vendors } from './vendors.ts';

/** Every report, in the order in which help lists them. */
export const reports: readonly Report[] = [overview, trend, vendors, quality];

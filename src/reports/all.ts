import type { Report } from '../engine/report.ts';
import { ageing } from './ageing.ts';
import { budget } from './budget.ts';
import { categories } from './categories.ts';
import { changes } from './changes.ts';
import { cost } from './cost.ts';
import { daily } from './daily.ts';
import { overview } from './overview.ts';
import { quality } from './quality.ts';
import { sources } from './sources.ts';
import { trend } from './trend.ts';
import { vendors } from './vendors.ts';

/** Every report, in the order in which help lists them. */
export const reports: readonly Report[] = [
  overview,
  trend,
  categories,
  vendors,
  changes,
  sources,
  daily,
  ageing,
  budget,
  quality,
  cost,
];

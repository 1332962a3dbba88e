import type { Question } from '../../../src/engine/report.ts';
import type { Query } from '../../../src/engine/sql.ts';
import { liveAgeing } from './ageing.ts';
import { liveBudget } from './budget.ts';
import { liveChanges } from './changes.ts';
import { liveCost } from './cost.ts';
import { liveDaily } from './daily.ts';
import { liveOverview } from './overview.ts';
import { liveQuality } from './quality.ts';
import { liveCategories, liveVendors } from './ranking.ts';
import { liveSources } from './sources.ts';
import { liveTrend } from './trend.ts';

/** By the report's name: the same rows out of the ledger itself, as one would write it by hand without the summaries. */
export const byHand: Readonly<Record<string, (question: Question) => Query>> = {
  ageing: liveAgeing,
  budget: liveBudget,
  categories: liveCategories,
  changes: liveChanges,
  cost: liveCost,
  daily: liveDaily,
  overview: liveOverview,
  quality: liveQuality,
  sources: liveSources,
  trend: liveTrend,
  vendors: liveVendors,
};

import { report } from '../engine/report.ts';
import { sql } from '../engine/sql.ts';
import { largestOf, Ranked, type Ranking, rankedBy, rankingFinding } from './spend/ranking.ts';
import { spentByVendor } from './spend/sums.ts';

const ranking: Ranking = { one: 'vendor', many: 'vendors', most: 10, none: 'Unknown vendor' };

export const vendors = report({
  name: 'vendors',
  asks: 'Who gets most of the money?',
  needs: 'report.read',
  usually: 'last 12 months',
  takes: ['top', 'compare'],
  row: Ranked,

  sql: (question) =>
    rankedBy(
      question,
      ranking,
      (days) => sql`select vendor_id as id, minor, invoices from (${spentByVendor(question, days)}) as s`,
      sql`select id, name from vendor`,
    ),

  finding: (rows, question) =>
    rankingFinding(rows, question, ranking, ([first], total, count) => ({
      mark: 'bars',
      title: largestOf(first, total, count, ranking, question),
    })),
});

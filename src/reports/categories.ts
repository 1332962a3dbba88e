import { report } from '../engine/report.ts';
import { sql } from '../engine/sql.ts';
import { largestOf, Ranked, type Ranking, rankedBy, rankingFinding } from './spend/ranking.ts';
import { spentByCategory } from './spend/sums.ts';
import { moneyIn } from './spend/words.ts';

const ranking: Ranking = { one: 'category', many: 'categories', most: 7, none: 'No category' };

export const categories = report({
  name: 'categories',
  asks: 'What do we spend it on?',
  needs: 'report.read',
  usually: 'last 12 months',
  takes: ['top', 'compare'],
  row: Ranked,

  sql: (question) =>
    rankedBy(
      question,
      ranking,
      (days) => sql`select category_id as id, minor, invoices from (${spentByCategory(question, days)}) as s`,
      sql`select id, name from category`,
    ),

  finding: (rows, question) =>
    rankingFinding(rows, question, ranking, (ranked, total, count) => {
      const [first] = ranked;
      const money = moneyIn(question);
      const whole = count === 1 ? `All ${money(total)}` : `${money(first.minor)} of ${money(total)}`;
      return {
        mark: ranked.some(({ minor }) => minor < 0n) || total === 0n ? 'bars' : 'shares', // a ring has no room for less than nothing
        title:
          first.name === ranking.none
            ? `${whole} have no category yet`
            : largestOf(first, total, count, ranking, question),
      };
    }),
});

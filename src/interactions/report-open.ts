import { authorize } from '../domain/access.ts';
import { Fault } from '../domain/fault.ts';
import { formatMoney } from '../domain/money.ts';
import type { Choices } from '../domain/reply.ts';
import { menu } from '../engine/interaction.ts';
import type { Opening } from '../engine/report.ts';
import { AskedReport } from '../workflows/asked-report.ts';
import { listInvoices } from './invoice-page.ts';
import { questionAsked } from './report-controls.ts';

/** From a number of an answer to the invoices behind it: a list, which opens each of them. */
export const reportOpen = menu({
  name: 'report-open',
  needs: 'report.read',
  label: 'See invoices',
  about: AskedReport,

  async run({ about, picked }, { grant, ports }) {
    const { report, question } = questionAsked(about, grant.actor, ports);
    const { opens = [] } = await report.answer(question, ports.rows);
    const opening = opens.find(({ key }) => key === picked);
    if (!opening) throw new Fault('missing', 'There are no invoices behind that any more. Ask the question again.');
    const { reply } = await listInvoices(opening.filter, authorize(grant.actor, 'invoice.read-own'), ports);
    const { saying } = reply;
    return { ...reply, saying: { ...saying, parts: [{ part: 'note', text: opening.label }, ...saying.parts] } };
  },
});

/** What can be opened, under its headings, each with what it comes to. */
export function openable(opens: readonly Opening[]): Choices {
  const groups = Map.groupBy(opens, ({ group }) => group);
  return [...groups].map(([heading, some]) => ({
    heading,
    options: some.map((one) => [one.key, labelOf(one)] as const),
  }));
}

/** Letters of an option that Slack shows. */
const longest = 75;

function labelOf({ label, invoices, minor, filter: { currency } }: Opening): string {
  const amount = minor === null || !currency ? invoices.toLocaleString('en-GB') : formatMoney({ minor, currency });
  const room = longest - amount.length - 3;
  const name = label.length <= room ? label : `${label.slice(0, room - 1).trimEnd()}…`;
  return `${name} · ${amount}`;
}

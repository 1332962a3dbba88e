import { z } from 'zod';
import { may } from '../domain/access.ts';
import { dayOf } from '../domain/calendar.ts';
import { parsePeriod } from '../domain/period.ts';
import type { Part } from '../domain/reply.ts';
import { happening } from '../engine/interaction.ts';
import type { Ports } from '../engine/ports.ts';
import { sql } from '../engine/sql.ts';
import { overview } from '../reports/overview.ts';
import { keyFigures } from '../workflows/answer-report.ts';

/** The App Home: what waits for this person, then the key figures, as far as their role shows them. */
export const homeOpened = happening({
  name: 'home-opened',
  origin: 'home',
  needs: 'desk.read',
  given: z.unknown(),

  async run(_, { grant, ports }) {
    const { actor } = grant;
    const parts: Part[] = [
      { part: 'heading', text: `Hello ${actor.name}` },
      {
        part: 'text',
        text: [
          'You are here as ',
          { bold: actor.roles.join(', ') },
          '. Share an invoice in an intake channel, or right here in Messages.',
        ],
      },
      ...(may(actor, 'invoice.read') ? await waiting(ports) : []),
      ...(may(actor, 'report.read') ? await figures(ports) : []),
      { part: 'note', text: ['Type ', { code: '/penny help' }, ' to see everything that you can do.'] },
    ];
    return { kind: 'home', saying: { summary: `Hello ${actor.name}`, parts } };
  },
});

const Waiting = z.object({
  id: z.coerce.bigint(),
  vendor: z.string().nullable(),
  number: z.string().nullable(),
  state: z.string(),
});

async function waiting({ rows }: Ports): Promise<readonly Part[]> {
  const open = await rows.read(
    sql`
    select i.id, v.name as vendor, i.number, i.state
      from invoice i
      left join vendor v on v.id = i.vendor_id
     where i.state in ('review', 'held')
     order by i.id
     limit 10`,
    Waiting,
  );
  if (open.length === 0) return [{ part: 'text', text: 'Nothing waits for anybody: every invoice is settled.' }];
  const line = (one: z.infer<typeof Waiting>) =>
    `#${one.id}  ${one.vendor ?? 'unknown vendor'}  ${one.number ?? ''}  (${one.state === 'held' ? 'possible duplicate' : 'to review'})`;
  return [
    {
      part: 'text',
      text: [
        { bold: open.length === 10 ? 'The 10 oldest that wait for somebody' : 'Waiting for somebody' },
        `\n${open.map(line).join('\n')}`,
      ],
    },
    { part: 'note', text: ['Open one with ', { code: '/invoice show <number>' }] },
    { part: 'divider' },
  ];
}

async function figures({ rows, clock, settings }: Ports): Promise<readonly Part[]> {
  const today = dayOf(clock.now());
  const period = parsePeriod(overview.usually, today);
  if (!period) return [];
  const finding = await overview.answer(
    { period, currency: settings.reportingCurrency, vendor: null, category: null, today },
    rows,
  );
  return [
    { part: 'text', text: [{ bold: finding.title }] },
    ...keyFigures(finding),
    ...(finding.note ? [{ part: 'note', text: finding.note } as const] : []),
  ];
}

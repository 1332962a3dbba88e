import { z } from 'zod';
import { authorize, type Grant, may } from '../domain/access.ts';
import { dayOf } from '../domain/calendar.ts';
import type { Invoice } from '../domain/invoice.ts';
import { parsePeriod } from '../domain/period.ts';
import type { Part } from '../domain/reply.ts';
import { happening } from '../engine/interaction.ts';
import type { Ports } from '../engine/ports.ts';
import { overview } from '../reports/overview.ts';
import { keyFigures } from '../workflows/answer-report.ts';
import { reviewQueue } from '../workflows/review-queue.ts';
import { invoiceShow } from './invoice-show.ts';
import { shareControls } from './share-controls.ts';

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
      ...(may(actor, 'invoice.read-own') ? await waiting(grant, ports) : []),
      ...(may(actor, 'report.read') ? await figures(ports) : []),
      { part: 'note', text: ['Type ', { code: '/penny help' }, ' to see everything that you can do.'] },
    ];
    return { kind: 'home', saying: { summary: `Hello ${actor.name}`, parts } };
  },
});

/** What a person most needs when they come in; the rest is one command away. */
async function waiting(grant: Grant<'desk.read'>, ports: Ports): Promise<readonly Part[]> {
  const controls = (invoice: Invoice) => [invoiceShow.draw({ invoice: String(invoice.id) })];
  const { parts } = await reviewQueue(
    authorize(grant.actor, 'invoice.read-own'),
    { most: 8, controls, fileControls: shareControls },
    ports,
  );
  const more: Part = { part: 'note', text: ['The whole queue: ', { code: '/invoice review' }] };
  return [...parts, ...(parts.length > 1 ? [more] : []), { part: 'divider' }];
}

async function figures({ rows, clock, settings }: Ports): Promise<readonly Part[]> {
  const today = dayOf(clock.now());
  const period = parsePeriod(overview.usually, today);
  if (!period) return [];
  const finding = await overview.answer(
    { period, currency: settings.reportingCurrency, vendor: null, category: null, converted: false, today },
    rows,
  );
  return [
    { part: 'text', text: [{ bold: finding.title }] },
    ...keyFigures(finding),
    ...(finding.note ? [{ part: 'note', text: finding.note } as const] : []),
  ];
}

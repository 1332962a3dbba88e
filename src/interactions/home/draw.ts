import { type Actor, may } from '../../domain/access.ts';
import type { Part, Saying } from '../../domain/reply.ts';
import type { Ports } from '../../engine/ports.ts';
import { due } from './due.ts';
import { figures } from './figures.ts';
import { health } from './health.ts';
import { imports } from './imports.ts';
import { people } from './people.ts';
import type { Section } from './section.ts';
import { uploads } from './uploads.ts';
import { waiting } from './waiting.ts';

/** From top to bottom: what somebody is to do, what they want to know, what they look after. */
const sections: readonly Section[] = [waiting, uploads, figures, due, imports, people, health];

/** The Home of this person (a Slack id) as things stand. */
export async function drawHome(person: string, ports: Ports): Promise<Saying> {
  const actor = await ports.store.directory.actor(person);
  if (actor === null || !may(actor, 'desk.read')) return stranger;
  const drawn = await Promise.allSettled(sections.map((draw) => draw(actor, ports)));
  const parts = drawn.flatMap((one): readonly Part[] => {
    if (one.status === 'fulfilled') return one.value.length > 0 ? [...one.value, { part: 'divider' }] : [];
    ports.log.warn({ err: one.reason, by: person }, 'a part of a Home could not be drawn');
    return [{ part: 'note', text: 'A part of this page cannot be shown right now. Open it again in a minute.' }];
  });
  return {
    summary: `Hello ${actor.name}`,
    parts: [
      ...welcome(actor),
      ...parts,
      { part: 'note', text: ['Type ', { code: '/penny help' }, ' to see everything that you can do.'] },
    ],
  };
}

const welcome = ({ name, roles }: Actor): readonly Part[] => [
  { part: 'heading', text: `Hello ${name}` },
  {
    part: 'note',
    text: [
      'You are here as ',
      { bold: roles.join(', ') },
      '. Share an invoice in an intake channel, or right here in Messages.',
    ],
  },
];

/** Of somebody whose role has ended, nothing of what it showed may stay. */
const stranger: Saying = {
  summary: 'You have no role here.',
  parts: [{ part: 'text', text: 'You have no role here. Ask an admin for one, then open this page again.' }],
};

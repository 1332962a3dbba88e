import { type Actor, authorize, type Grant, may, type Permission } from '../../domain/access.ts';
import type { Part } from '../../domain/reply.ts';
import type { Ports } from '../../engine/ports.ts';

/** A piece of the Home: nothing for whom it is not, and where there is nothing to say. */
export type Section = (actor: Actor, ports: Ports) => Promise<readonly Part[]>;

/** Drawn only for those who may see what it shows. */
export const section =
  <P extends Permission>(needs: P, draw: (grant: Grant<P>, ports: Ports) => Promise<readonly Part[]>): Section =>
  async (actor, ports) =>
    may(actor, needs) ? draw(authorize(actor, needs), ports) : [];

export const heading = (text: string): Part => ({ part: 'heading', text });

import { z } from 'zod';
import { happening } from '../engine/interaction.ts';
import { publishHome } from '../workflows/publish-home.ts';
import { drawHome } from './home/draw.ts';

/** The App Home: the dashboard a person lands on. From then on it follows what changes. */
export const homeOpened = happening({
  name: 'home-opened',
  origin: 'home',
  needs: 'desk.read',
  given: z.unknown(),

  async run(_, { call, ports }) {
    await publishHome(call.by, () => drawHome(call.by, ports), ports);
    return { kind: 'quiet' };
  },
});

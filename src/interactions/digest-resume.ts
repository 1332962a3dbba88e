import { DigestRef, digestName } from '../domain/digest.ts';
import { dayWords, nextTime } from '../domain/rhythm.ts';
import { button } from '../engine/interaction.ts';
import { digestList } from './digest-controls.ts';

/** Undoes a stop. */
export const digestResume = button({
  name: 'digest-resume',
  needs: 'digest.manage',
  look: { label: 'Undo' },
  value: DigestRef,

  async run({ digest: id }, { grant, ports }) {
    const again = (digest: Parameters<typeof nextTime>[0]) => nextTime(digest, ports.clock.now());
    const { asks, next, zone } = await ports.store.digests.resume(BigInt(id), grant, again);
    const text = [{ bold: digestName(asks) }, ` comes again, next on ${dayWords(next, zone)}.`];
    return { ...(await digestList(ports, [{ part: 'text', text }])), replaces: true };
  },
});

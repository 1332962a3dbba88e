import { DigestRef, digestName } from '../domain/digest.ts';
import { button } from '../engine/interaction.ts';
import { digestList } from './digest-controls.ts';
import { digestResume } from './digest-resume.ts';

/** It comes no more. */
export const digestStop = button({
  name: 'digest-stop',
  needs: 'digest.manage',
  look: {
    label: 'Stop',
    confirm: {
      title: 'Stop this digest?',
      text: 'It comes no more, for nobody in the channel. What it has posted stays.',
      yes: 'Stop',
      no: 'Keep it',
    },
  },
  value: DigestRef,

  async run({ digest: id }, { grant, ports }) {
    const { asks } = await ports.store.digests.stop(BigInt(id), grant);
    const first = [
      { part: 'text', text: [{ bold: digestName(asks) }, ' is stopped.'] },
      { part: 'controls', controls: [digestResume.draw({ digest: id })] },
    ] as const;
    return { ...(await digestList(ports, first)), replaces: true };
  },
});

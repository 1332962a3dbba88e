import { DigestRef } from '../domain/digest.ts';
import { say } from '../domain/reply.ts';
import { button } from '../engine/interaction.ts';

/** Posts it once besides its schedule; two presses within a minute are one. */
export const digestSend = button({
  name: 'digest-send',
  needs: 'digest.manage',
  look: { label: 'Send now' },
  value: DigestRef,

  async run({ digest: id }, { ports }) {
    const slot = new Date(ports.clock.now());
    slot.setUTCSeconds(0, 0);
    const isFirst = await ports.store.digests.begin(BigInt(id), slot);
    return say(
      isFirst
        ? 'It is on its way to the channel. Reminders come only where something falls due.'
        : 'It is on its way already.',
    );
  },
});

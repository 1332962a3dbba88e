import { z } from 'zod';
import { happening } from '../engine/interaction.ts';
import { receiveFile } from '../workflows/receive-file.ts';

/** Somebody shared a file in an intake channel or in the direct messages with Penny. */
export const fileShared = happening({
  name: 'file-shared',
  origin: 'file',
  needs: 'document.share',
  given: z.object({ file: z.string().min(1), channel: z.string().min(1) }),
  concerns: ({ channel }, { intakeChannels }) =>
    channel !== null && (channel.startsWith('D') || intakeChannels.includes(channel)),

  async run({ file, channel }, { grant, ports }) {
    await receiveFile(file, channel, grant, ports.store);
    return { kind: 'quiet' };
  },
});

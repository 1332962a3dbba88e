import { z } from 'zod';
import { Fault } from '../domain/fault.ts';
import { say } from '../domain/reply.ts';
import { happening } from '../engine/interaction.ts';
import { receiveFile } from '../workflows/receive-file.ts';

/** The message shortcut "Read as invoice", for a message older than Penny or in a channel that is no intake. */
export const readAsInvoice = happening({
  name: 'read-as-invoice',
  origin: 'shortcut',
  needs: 'document.share',
  given: z.object({ channel: z.string().min(1), files: z.array(z.string()) }),

  async run({ channel, files }, { grant, ports }) {
    if (files.length === 0)
      throw new Fault(
        'invalid',
        'There is no file in this message. Use the shortcut on a message that carries an invoice.',
      );
    for (const file of files) await receiveFile(file, channel, grant, ports.store);
    return say(
      files.length === 1 ? 'Reading it; watch its thread.' : `Reading ${files.length} files; watch their threads.`,
    );
  },
});

import { z } from 'zod';
import { dispatch } from '../engine/dispatch.ts';
import { job } from '../engine/job.ts';
import { fileShared } from '../interactions/file-shared.ts';

const hour = 60 * 60 * 1000;

/** Asks Slack which files were shared in the intake channels, so that one whose event never arrived is read all the same. */
export const catchUp = job({
  name: 'catch-up',
  payload: z.object({}),
  attempts: 3,
  timeoutSeconds: 300,
  concurrency: 1,
  every: '7 * * * *',

  async run(_, ports) {
    const since = new Date(ports.clock.now().getTime() - 26 * hour);
    for (const channel of ports.settings.intakeChannels) {
      for (const { id, user } of await ports.workspace.filesSince(channel, since)) {
        if (await ports.store.documents.isShared(id, channel)) continue;
        const call = {
          id: `catch-up:${channel}:${id}`,
          origin: 'file',
          by: user,
          team: null,
          channel,
          given: { file: id, channel },
        } as const;
        await dispatch(fileShared, call, ports);
      }
    }
  },
});

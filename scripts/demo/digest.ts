import { channelIds } from '../../src/sandbox/seed.ts';
import { said } from './said.ts';
import { allOf, answered, picture, type Stage, saveChart } from './stage.ts';

/** A report is set to come each week, and comes at once when somebody presses. */
export async function digestComes(stage: Stage): Promise<void> {
  const { story, ben } = stage;
  story.scene('A report comes to a channel on a schedule');
  const set = await answered(stage, ben, '/penny digest weekly vendors all in #finance at 9');
  story.holds(
    'one sentence says where, how often and when first',
    /every Monday at 09:00 .*first on Monday/.test(said(set)),
  );
  story.did('Ben', 'presses Send now');
  await ben.presses('Send now', { channel: channelIds.finance, ts: set.ts });
  const posted = await ben.waitsFor(
    (seen) => allOf(seen.messages).find((one) => !one.ephemeral && one.ts > set.ts && /set by/.test(said(one))),
    20_000,
  );
  story.saw(said(posted));
  story.holds('it is there for all, with its picture', await saveChart(stage, posted, 'chart-digest.png'));
  await answered(stage, ben, '/penny digest');
  await picture(stage, 'digests.png', { as: ben.id, at: channelIds.finance }, 'What comes on a schedule');
}

import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { said } from './said.ts';
import { bills, intake, marked, picture, type Stage } from './stage.ts';

const scan = 'scan-0042.pdf';

/** A scanner puts a file into the inbox; Penny looks there every minute. */
export async function scannerWorks({ inbox, story }: Stage): Promise<void> {
  story.scene('A scanner puts a file into the inbox, and nobody shares anything');
  story.did('The scanner', `puts ${scan} into .penny/inbox/`);
  await mkdir(inbox, { recursive: true });
  await copyFile(join(bills, 'blue-mesa-analytics.pdf'), join(inbox, scan));
}

export async function scanIsBooked(stage: Stage): Promise<void> {
  const { story, ben, inbox } = stage;
  story.scene('What came in by the inbox stands in the intake channel, read and booked');
  const { told, card } = await ben.waitsFor((seen) => {
    const messages = seen.messages[intake] ?? [];
    const told = messages.find(({ text }) => text === `${scan} came in by the inbox.`);
    const card = told && messages.find(({ threadTs, text }) => threadTs === told.ts && /as #\d+/.test(text));
    return told && card ? { told, card } : null;
  }, 90_000);
  story.saw(`${said(told)}\n${said(card)}`);
  story.holds('its message carries a tick or a warning', marked(ben, told.ts, ['eyes', 'white_check_mark', 'warning']));
  story.holds('the inbox is empty', (await readdir(inbox)).length === 0);
  await picture(
    stage,
    'inbox.png',
    { as: ben.id, at: intake, thread: told.ts },
    'A scanned file came in by the inbox: its message, and the card below',
  );
}

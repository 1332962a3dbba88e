import type { Message } from '../../src/sandbox/page-api.ts';
import { said } from './said.ts';
import { intake, picture, type Stage, shared } from './stage.ts';

const table = 'bezahlte-rechnungen.csv';

/** A list of invoices is shared, looked at, loaded, taken back whole and loaded again. */
export async function tableIsLoaded(stage: Stage): Promise<void> {
  const { story, cleo, ben } = stage;
  story.scene('A table of invoices is loaded');
  const offer = await shared(stage, cleo, table);
  const thread = { as: ben.id, at: intake, thread: offer.threadTs ?? '' };
  story.saw(said(offer));
  story.holds(
    'each column is shown with what it holds',
    /Vendor\s+Lieferant\s+Stadtwerke[\s\S]*Total\s+Brutto/.test(said(offer)),
  );
  await picture(stage, 'table-offer.png', thread, 'How a shared table would be read, before it is loaded');
  await picture(stage, 'table-phone.png', { ...thread, phone: true }, 'The same on a phone');
  await columnsAreAsked(stage, offer);

  const loaded = await pressed(stage, offer, 'Load', /is loaded/);
  story.saw(said(loaded));
  story.holds(
    'every row is accepted, a duplicate or rejected',
    /Accepted\W+36\W+Duplicates\W+1\W+Rejected\W+2\b/.test(said(loaded)),
  );
  const rejects = await ben.waitsFor(
    (seen) =>
      seen.messages[intake]?.find(
        ({ threadTs, text }) => threadTs === offer.threadTs && /not booked, each with the reason/.test(text),
      ),
    20_000,
  );
  story.saw(said(rejects));
  await picture(stage, 'table-loaded.png', thread, 'What came of the table, and the rows that were not booked');

  const undone = await pressed(stage, offer, 'Undo import', /was undone/);
  story.holds('an import is taken back whole', /36 invoices count no longer/.test(said(undone)));
  const again = await pressed(stage, offer, 'Load', /is loaded/);
  story.holds('and loaded again it is as before', /Accepted\W+36\b/.test(said(again)));
}

async function columnsAreAsked(stage: Stage, { ts, threadTs }: Message): Promise<void> {
  const { story, ben } = stage;
  story.did('Ben', 'presses Change columns');
  await ben.presses('Change columns', { channel: intake, ts });
  await ben.waitsFor((seen) => seen.modals[0]);
  await picture(
    stage,
    'table-columns.png',
    { as: ben.id, at: intake, thread: threadTs ?? '' },
    'What each column holds',
  );
  await ben.submits({});
}

async function pressed({ story, ben }: Stage, { ts }: Message, label: string, words: RegExp): Promise<Message> {
  story.did('Ben', `presses ${label}`);
  await ben.presses(label, { channel: intake, ts });
  return ben.waitsFor(
    (seen) => seen.messages[intake]?.find((message) => message.ts === ts && words.test(said(message))),
    30_000,
  );
}

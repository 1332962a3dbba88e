import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from '../../src/sandbox/page-api.ts';
import type { SandboxPerson } from '../../src/sandbox/person.ts';
import { channelIds } from '../../src/sandbox/seed.ts';
import { said } from './said.ts';
import { answered, bills, intake, picture, type Stage, shared } from './stage.ts';

/** What waits for somebody is listed; a suspected duplicate is decided about, an invoice corrected, a wrong file taken out and brought back. */
export async function doubtsAreSettled(stage: Stage): Promise<void> {
  const { story, ben, cleo } = stage;
  story.scene('A doubt is settled');
  const card = await suspected(stage);
  const queue = await answered(stage, ben, '/invoice review');
  story.holds('/invoice review lists what waits, with its reason', /possible duplicate of/.test(said(queue)));
  await picture(stage, 'review.png', { as: ben.id, at: channelIds.finance }, 'What waits for somebody, oldest first');

  await oneField(stage);
  await press(stage, ben, 'Different invoice', card, /Not a duplicate, says/);
  await corrected(stage, card);
  await press(stage, cleo, 'Not an invoice', card, /is not an invoice and counts nowhere/);
  await press(stage, cleo, 'Undo', card, /Restored by/);
}

/** The doubtful fields of a card each have their button. */
async function oneField(stage: Stage): Promise<void> {
  const { story, ben } = stage;
  const card = (ben.sees().messages[intake] ?? []).find((message) => /please check/.test(said(message)));
  const label = card && /Check [a-z ]+/.exec(said(card))?.[0];
  if (!card || !label) return story.saw('Every field was read with certainty, so there is none to check.');
  await cutOut(stage, card);
  story.did('Ben', `presses ${label}`);
  await ben.presses(label, { channel: intake, ts: card.ts });
  await ben.waitsFor((seen) => seen.modals[0]);
  await picture(
    stage,
    'check-field.png',
    { as: ben.id, at: intake, thread: card.threadTs ?? '' },
    'One field in doubt, as it was read',
  );
  await ben.submits(await asOnPaper(ben, card, label));
  story.saw(said(await shows(ben, card, /Corrected by/)));
  await picture(
    stage,
    'checked.png',
    { as: ben.id, at: intake, thread: card.threadTs ?? '' },
    'The card once somebody looked',
  );
}

/** The card shows the paper around what is in doubt, some moments after it was posted. */
async function cutOut(stage: Stage, { ts, threadTs }: Message): Promise<void> {
  const { story, ben } = stage;
  const drawn = await ben.waitsFor(
    (seen) => seen.messages[intake]?.find((message) => message.ts === ts && /is right/.test(said(message))),
    30_000,
  );
  story.saw(said(drawn));
  story.holds(
    'what is in doubt is shown as it stands on the paper, with one tap that says it is right',
    /is right/.test(said(drawn)),
  );
  const thread = { as: ben.id, at: intake, thread: threadTs ?? '' };
  await picture(stage, 'doubt.png', thread, 'The paper cut out around a doubt');
  await picture(stage, 'doubt-phone.png', { ...thread, phone: true }, 'The same on a phone');
}

/** What a person who looks at the receipt would write; any other field is saved as it was read. */
async function asOnPaper(ben: SandboxPerson, card: Message, label: string): Promise<Readonly<Record<string, string>>> {
  if (label !== 'Check vendor' || !/^Receipt/.test(card.text)) return {};
  const { vendor } = JSON.parse(await readFile(join(bills, 'copper-kettle-receipt.json'), 'utf8'));
  const [offered = vendor] = await ben.looksUp('Vendor', vendor);
  return { Vendor: offered };
}

/** The same bill under another number: held, with what is equal and what differs. */
async function suspected(stage: Stage): Promise<Message> {
  const { story, cleo } = stage;
  const { invoice_number: number } = JSON.parse(await readFile(join(bills, 'groene-kas-ubl.json'), 'utf8'));
  const again = (await readFile(join(bills, 'groene-kas-ubl.xml'), 'utf8')).replaceAll(number, `${number}-B`);
  const card = await shared(stage, cleo, { name: 'groene-kas-again.xml', bytes: Buffer.from(again) });
  story.holds(
    'what looks the same is held, and says what is equal and what differs',
    /Equal:[\s\S]*Different:/.test(said(card)),
  );
  await picture(
    stage,
    'duplicate.png',
    { as: cleo.id, at: intake, thread: card.threadTs ?? '' },
    'A suspected duplicate: what is equal, what differs, four decisions',
  );
  return card;
}

async function corrected(stage: Stage, card: Message): Promise<void> {
  const { story, ben } = stage;
  story.did('Ben', 'presses Correct, and the form shows what was read');
  await ben.presses('Correct', { channel: intake, ts: card.ts });
  const form = await ben.waitsFor((seen) => seen.modals[0]);
  await picture(
    stage,
    'correct.png',
    { as: ben.id, at: intake, thread: card.threadTs ?? '' },
    `The form “${form.title}”, filled with what was read`,
  );
  await ben.submits({ 'Invoice number': 'GK-2026-77', Category: 'Materials' });
  const after = await shows(ben, card, /Corrected by/);
  story.saw(said(after));
  story.holds('the card follows by itself, and says who corrected it', /GK-2026-77[\s\S]*Materials/.test(said(after)));
  await picture(
    stage,
    'corrected.png',
    { as: ben.id, at: intake, thread: card.threadTs ?? '' },
    'The card after the correction',
  );
}

async function press(
  { story }: Stage,
  person: SandboxPerson,
  label: string,
  card: Message,
  words: RegExp,
): Promise<void> {
  story.did(person.sees().me.realName, `presses ${label}`);
  await person.presses(label, { channel: intake, ts: card.ts });
  const after = await shows(person, card, words);
  story.holds(`${label}: the card says so`, words.test(said(after)));
}

const shows = (person: SandboxPerson, { ts }: Message, words: RegExp): Promise<Message> =>
  person.waitsFor(
    (seen) => (seen.messages[intake] ?? []).find((message) => message.ts === ts && words.test(said(message))),
    20_000,
  );

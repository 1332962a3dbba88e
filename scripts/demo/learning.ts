import type { Message } from '../../src/sandbox/page-api.ts';
import { channelIds } from '../../src/sandbox/seed.ts';
import { oddPdf } from '../../test/support/bills/odd-pdf.ts';
import { said } from './said.ts';
import { allOf, answered, intake, newest, picture, type Stage, saveChart, shared } from './stage.ts';

const vendor = 'Hangwerk Gartenbau GmbH';

/** A vendor whose invoices call everything by words of their own: what a correction teaches, what is asked about, and what is earned in the end. */
export async function learningIsShown(stage: Stage): Promise<void> {
  const { story, ben } = stage;
  story.scene('A correction teaches');
  await firstIsCorrected(stage);
  const second = await arrives(stage, 2);
  story.holds(
    'the second is read by what was taught, and asked about',
    /HW\/412-A/.test(said(second)) && /please check/.test(said(second)),
  );
  await confirms(stage, second);
  const third = await arrives(stage, 3);
  story.holds('the third comes right by itself', /HW\/413-A/.test(said(third)) && !/please check/.test(said(third)));

  story.scene('Another account than before');
  const forged = await arrives(stage, 4, 'NL91ABNA0417164300');
  story.holds(
    'another account is asked about',
    /another one than on the invoices before: …4300, not …2051/.test(said(forged)),
  );
  await picture(
    stage,
    'other-account.png',
    { as: ben.id, at: intake, thread: forged.threadTs ?? '' },
    'An invoice that asks to be paid to another account',
  );

  await trustIsEarned(stage, third);
  const quality = await answered(stage, ben, '/spend quality all');
  story.holds(
    '/spend quality shows a picture drawn on the server',
    await saveChart(stage, quality, 'chart-quality.png'),
  );
  await picture(stage, 'quality.png', { as: ben.id, at: channelIds.finance }, 'How well invoices are read, by vendor');
}

const arrives = async (stage: Stage, i: number, iban = 'DE02120300000000202051'): Promise<Message> => {
  const bytes = await oddPdf({
    vendor,
    number: `HW/${410 + i}-A`,
    day: `${10 + i}.02.2026`,
    items: [
      ['Heckenschnitt', '180,00'],
      ['Abfuhr Grünschnitt', `${90 + i},00`],
    ],
    before: `${270 + i},00`,
    total: `${250 + i},00`,
    iban,
    labels: ['Belegkennung', 'Tag der Niederschrift', 'Summe aller Posten nach Abzug'],
  });
  return shared(stage, stage.cleo, { name: `hangwerk-${i}.pdf`, bytes: Buffer.from(bytes) });
};

async function firstIsCorrected(stage: Stage): Promise<void> {
  const { story, ben } = stage;
  const card = await arrives(stage, 1);
  story.did('Ben', 'presses Correct and writes what stands on the paper');
  await ben.presses('Correct', { channel: intake, ts: card.ts });
  await ben.waitsFor((seen) => seen.modals[0]);
  const before = newest(ben)?.ts ?? '';
  await ben.submits({ 'Invoice number': 'HW/411-A', 'Invoice date': '2026-02-11', Total: '251.00' });
  const told = await hears(stage, before, /is corrected/);
  story.holds(
    'Penny says what she will look for',
    /Penny will look for the date beside “Tag der Niederschrift”/.test(told),
  );
}

async function confirms({ story, ben }: Stage, card: Message): Promise<void> {
  story.did('Ben', 'presses Confirm');
  await ben.presses('Confirm', { channel: intake, ts: card.ts });
  await ben.waitsFor(
    (seen) => (seen.messages[intake] ?? []).find((one) => one.ts === card.ts && /and confirmed/.test(said(one))),
    20_000,
  );
}

/** Ten confirmed as they were read: Ben lets them confirm themselves, and takes it back. */
async function trustIsEarned(stage: Stage, third: Message): Promise<void> {
  const { story, ben } = stage;
  story.scene('Ten right in a row: invoices of this vendor may confirm themselves');
  await confirms(stage, third);
  let before = '';
  for (let i = 5; i <= 13; i += 1) {
    const card = await arrives(stage, i);
    before = newest(ben)?.ts ?? '';
    await confirms(stage, card);
  }
  await hears(stage, before, /Confirm invoices of .* by themselves\?/);
  story.did('Ben', 'presses Yes');
  const offer = allOf(ben.sees().messages).find((one) => one.ts > before && /by themselves\?/.test(said(one)));
  before = newest(ben)?.ts ?? '';
  await ben.presses('Yes', { channel: intake, ts: offer?.ts ?? '' });
  await hears(stage, before, /confirm themselves from now on/);
  const next = await arrives(stage, 14);
  const confirmed = await ben.waitsFor(
    (seen) => (seen.messages[intake] ?? []).find((one) => one.ts === next.ts && /confirmed by itself/.test(said(one))),
    20_000,
  );
  story.holds(
    'the next one confirms itself, and its card has the button that stops it',
    /Stop doing that for Hangwerk/.test(said(confirmed)),
  );
  await picture(
    stage,
    'confirmed-by-itself.png',
    { as: ben.id, at: intake, thread: next.threadTs ?? '' },
    'An invoice that confirmed itself',
  );
  story.did('Ben', 'presses Stop doing that');
  before = newest(ben)?.ts ?? '';
  await ben.presses(`Stop doing that for ${vendor}`, { channel: intake, ts: next.ts });
  story.holds('one tap ends it', /wait for a person again/.test(await hears(stage, before, /wait for a person again/)));
}

/** What only Ben is told next. */
async function hears({ story, ben }: Stage, after: string, words: RegExp): Promise<string> {
  const answer = await ben.waitsFor(
    (seen) => allOf(seen.messages).find((one) => one.ephemeral && one.ts > after && words.test(said(one))),
    20_000,
  );
  story.saw(said(answer));
  return said(answer);
}

import type { SandboxPerson } from '../../src/sandbox/person.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { channelIds } from '../../src/sandbox/seed.ts';
import { budgetsAreKept } from './budgets.ts';
import type { Camera } from './camera.ts';
import { digestComes } from './digest.ts';
import { doubtsAreSettled } from './doubts.ts';
import { scanIsBooked, scannerWorks } from './inbox.ts';
import { learningIsShown } from './learning.ts';
import { said } from './said.ts';
import { allOf, answered, intake, marked, newest, picture, type Stage, saveChart, shared } from './stage.ts';
import { tableIsLoaded } from './table.ts';
import type { Transcript } from './transcript.ts';

const further = [
  'brandt-werkzeugbau.pdf',
  'papeterie-du-canal.pdf',
  'harbour-pine-joinery.pdf',
  'kestrel-credit-note.pdf',
  'copper-kettle-receipt.jpg',
  'ostwind-logistik-scan.png',
  'corrib-energy-image-only.pdf',
  'groene-kas-ubl.xml',
  'alpenblick-catering-cii.xml',
  'atelier-verdier-factur-x.pdf',
];

/** What the README promises, played by the sandbox's people. */
export async function tour(sandbox: Sandbox, story: Transcript, lens: Camera, inbox: string): Promise<void> {
  const [ada, ben, cleo, noor] = ['ada', 'ben', 'cleo', 'noor'].map((name) => sandbox.as(name)) as [
    SandboxPerson,
    SandboxPerson,
    SandboxPerson,
    SandboxPerson,
  ];
  const stage: Stage = { sandbox, story, lens, ada, ben, cleo, noor, inbox };
  await scannerWorks(stage);
  await filesAreRead(stage);
  await badFilesAreNamed(stage);
  await scanIsBooked(stage);
  await doubtsAreSettled(stage);
  await learningIsShown(stage);
  await tableIsLoaded(stage);
  await questionsAreAnswered(stage);
  await budgetsAreKept(stage);
  await digestComes(stage);
  await formsAreFilled(stage);
  await rolesHold(stage);
  await everythingIsOnRecord(stage);
}

async function filesAreRead(stage: Stage): Promise<void> {
  const { story, lens, cleo } = stage;
  story.scene('Invoices are shared, read and booked');
  const pdf = await shared(stage, cleo, 'kestrel-hosting.pdf');
  await picture(
    stage,
    'invoice-card.png',
    { as: cleo.id, at: intake, thread: pdf.threadTs ?? '' },
    'The card of the invoice in its thread',
  );
  story.holds(
    'the file’s message carries a tick or a warning at the end',
    marked(cleo, pdf.threadTs, ['white_check_mark', 'warning']),
  );

  const again = await shared(stage, cleo, 'kestrel-hosting.pdf');
  story.holds('the same file again is told to be a duplicate', /duplicate/i.test(said(again)));
  story.holds('with a link to the first', JSON.stringify(again.blocks).includes('/archives/'));

  for (const name of further) await shared(stage, cleo, name);
  await picture(stage, 'channel.png', { as: cleo.id, at: intake }, 'The intake channel after some files');
  await picture(
    stage,
    'phone.png',
    { as: cleo.id, at: intake, thread: pdf.threadTs ?? '', phone: true },
    'The same thread on a phone',
  );
  await picture(
    stage,
    'sandbox.png',
    { as: cleo.id, at: intake, thread: pdf.threadTs ?? '' },
    'The workspace: an invoice was shared, read and booked',
  );
  await lens.shoot('channel-phone.png', { as: cleo.id, at: intake, phone: true });
}

async function badFilesAreNamed(stage: Stage): Promise<void> {
  stage.story.scene('What cannot be read gets one sentence, and nothing is lost');
  for (const name of ['empty.pdf', 'password.pdf', 'text-named.pdf', 'blank.png']) {
    const answer = await shared(stage, stage.cleo, name);
    stage.story.holds(`${name} is answered with a sentence, not booked`, !/Booked as/.test(said(answer)));
  }
}

async function questionsAreAnswered(stage: Stage): Promise<void> {
  const { story, ben } = stage;
  story.scene('Questions are answered with a picture and its numbers');
  for (const [command, name] of [
    ['/spend all', 'spend.png'],
    ['/spend vendors all', 'spend-vendors.png'],
    ['/spend trend last 12 months', 'spend-trend.png'],
    ['/spend categories all', 'spend-categories.png'],
    ['/spend sources all', 'spend-sources.png'],
    ['/spend daily 2026', 'spend-daily.png'],
    ['/spend ageing', 'spend-ageing.png'],
  ] as const) {
    const answer = await answered(stage, ben, command);
    story.holds(`${command} shows a picture drawn on the server`, await saveChart(stage, answer, `chart-${name}`));
    await picture(stage, name, { as: ben.id, at: channelIds.finance }, `The answer to ${command}`);
  }
  await answered(stage, ben, '/spend categories all');
  await picture(
    stage,
    'spend-phone.png',
    { as: ben.id, at: channelIds.finance, phone: true },
    'An answer on a phone, with what can be asked next',
  );
  story.saw(said(await answered(stage, ben, '/invoice show 1')));
  await picture(
    stage,
    'invoice-show.png',
    { as: ben.id, at: channelIds.finance },
    'One invoice with its lines and its history',
  );
  const found = said(await answered(stage, ben, '/invoice find kestrl'));
  story.saw(found);
  story.holds('a name with a slip in it finds the invoices of that vendor', /Kestrel/.test(found));
  await answered(stage, ben, '/invoice find over 100 EUR');
  await picture(stage, 'invoice-find.png', { as: ben.id, at: channelIds.finance }, 'Invoices found, and their sum');
}

async function formsAreFilled(stage: Stage): Promise<void> {
  const { story, ben } = stage;
  story.scene('An invoice is typed in');
  story.did('Ben', 'types /invoice add and fills the form, with a total that cannot be');
  await ben.types('/invoice add', channelIds.finance);
  const form = await ben.waitsFor((seen) => seen.modals[0]);
  const [bakery = ''] = await ben.looksUp('Vendor', 'Harbour Bakery');
  ben.fills({ Vendor: bakery, 'Invoice number': 'HB-118', Net: '100.00', Tax: '7.00', Total: '170.00' });
  await ben.submits();
  const refused = await ben.waitsFor((seen) => seen.modals[0] && Object.values(seen.modals[0].errors)[0]);
  story.saw(refused);
  await picture(
    stage,
    'invoice-add.png',
    { as: ben.id, at: channelIds.finance },
    `The form “${form.title}” says under its field what is wrong`,
  );
  const before = newest(ben)?.ts ?? '';
  await ben.submits({ Total: '107.00' });
  const card = await ben.waitsFor((seen) =>
    allOf(seen.messages).find((message) => message.ts > before && /HB-118/.test(said(message))),
  );
  story.saw(said(card));
  story.holds('the typed invoice is booked', /Booked as/.test(said(card)));
}

async function rolesHold(stage: Stage): Promise<void> {
  const { story, noor, cleo, ben, ada } = stage;
  story.scene('Who has no role is refused politely; each sees what their role shows');
  story.holds(
    'Noor, without a role, is refused',
    /Ask an admin/.test(said(await answered(stage, noor, '/spend', intake))),
  );
  story.holds(
    'Cleo, an operator, may not see reports',
    /Your role/.test(said(await answered(stage, cleo, '/spend', intake))),
  );
  for (const person of [cleo, ben, ada, noor]) {
    await person.opensHome();
    const home = await person.waitsFor((seen) => seen.home);
    story.did(person.sees().me.realName, 'opens Penny’s Home');
    story.holds('there is a Home for them', home.blocks.length > 0);
    await picture(
      stage,
      `home-${person.sees().me.name}.png`,
      { as: person.id, at: 'home' },
      `App Home of ${person.sees().me.realName}`,
    );
  }
}

async function everythingIsOnRecord(stage: Stage): Promise<void> {
  const { story, ada } = stage;
  story.scene('Everything is on record');
  const log = said(await answered(stage, ada, '/penny audit 90'));
  story.holds('the refused calls are in the audit log', /forbidden/.test(log));
  story.holds('the bookings are in the audit log', /invoice\.book/.test(log));
  await answered(stage, ada, '/penny status');
  await picture(stage, 'audit.png', { as: ada.id, at: channelIds.finance }, 'The audit log and the state of the desk');
}

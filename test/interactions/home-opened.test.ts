import { beforeAll, expect, test } from 'vitest';
import type { Saying } from '../../src/domain/reply.ts';
import { drawFigures } from '../../src/jobs/draw-figures.ts';
import { type Desk, partText, read, testDesk } from '../support/chat.ts';
import { importsOf } from '../support/imports.ts';
import { facts, newInvoice, seated } from '../support/people.ts';
import { smallWorkspace } from '../support/workspace.ts';

let desk: Desk;
const slack = smallWorkspace();
let cleo: Awaited<ReturnType<typeof seated>>;
let ben: Awaited<ReturnType<typeof seated>>;
beforeAll(async () => {
  desk = await testDesk({ workspace: slack.workspace });
  const { store } = desk.ports;
  cleo = await seated(store, 'UCLEO', 'operator');
  ben = await seated(store, 'UBEN', 'accountant');
  const unsure = newInvoice({ facts: facts({ vendor: 'Zenith', date: '2026-03-04' }), state: 'review' });
  await store.ledger.book(unsure, ben.may('invoice.add'));
});

/** Opens the Home, and gives it as people read it. */
async function home(name: 'ada' | 'ben' | 'cleo'): Promise<string> {
  expect(await desk.happens('home-opened', undefined, name)).toEqual({ kind: 'quiet' });
  return textOf(slack.homes.get(desk.people[name])?.saying);
}
const textOf = (saying: Saying | undefined) => (saying?.parts ?? []).map(partText).join('\n');

let files = 0;
async function shared(slackUser: string, fileName: string) {
  const { documents } = desk.ports.store;
  files += 1;
  const sha256 = files.toString(16).padStart(64, 'f');
  const { document } = await documents.document({ sha256, size: 1, type: 'application/pdf', name: fileName });
  const { share } = await documents.share({ slackFile: `FHOME${files}`, channel: 'CIN', slackUser });
  return documents.note(share.id, { documentId: document.id, messageTs: `9.${files}`, fileName });
}

test('an accountant sees what waits, then the key figures, then nothing of people and health', async () => {
  const shown = await home('ben');

  expect(shown).toMatch(
    /Waiting for somebody[\s\S]*Zenith[\s\S]*\[Show\] \[Confirm\][\s\S]*This month[\s\S]*Spend: €119.00/,
  );
  expect(shown).not.toMatch(/People|Health|Falls due|Tables of this week/);
});

test('an operator sees their own files, in words, and what of theirs waits; nobody else’s, and no figures', async () => {
  const { documents, ledger } = desk.ports.store;
  const hers = await shared('UCLEO', 'hers.pdf');
  const { documentId } = hers;
  const paper = { documentId, pageFrom: 1, pageTo: 1, source: 'slack_file', state: 'review' } as const;
  const unread = newInvoice({ facts: facts({ vendor: 'Hers Ltd', number: 'H-1', totalMinor: null }), ...paper });
  const { id } = await ledger.book(unread, cleo.may('document.share'));
  await documents.note(hers.id, { state: 'booked' });
  await documents.note((await shared('UCLEO', 'again.pdf')).id, { state: 'duplicate' });
  const blurred = await shared('UCLEO', 'blurred.pdf');
  await documents.note(blurred.id, { state: 'needs_person', problem: 'The page is too dark.' });
  await documents.note((await shared('UBEN', 'his.pdf')).id, { state: 'reading' });

  const shown = await home('cleo');

  expect(shown).toMatch(
    /You are here as operator[\s\S]*1 invoice and 1 file[\s\S]*Hers Ltd[\s\S]*\[Show\]\n[\s\S]*Your last files/,
  );
  expect(shown).toContain('• blurred.pdf: needs a person: The page is too dark.');
  expect(shown).toContain('• again.pdf: a duplicate, it was here before');
  expect(shown).toContain(`• hers.pdf: in review, #${id}`);
  expect(shown).not.toMatch(/Zenith|€|his\.pdf|\[Confirm\]/);
  expect(await home('ben')).toMatch(/• his\.pdf: being read(?![\s\S]*hers\.pdf: )/);

  await ledger.discard(id, cleo.may('invoice.correct-own'));
  expect(await home('cleo')).toContain('• hers.pdf: read, and taken out again');
});

test('what falls due within a week, the soonest first, each with a button; tables of the week', async () => {
  const due = (number: string, dueDate: string) =>
    desk.ports.store.ledger.book(
      newInvoice({ facts: facts({ vendor: 'Due Ltd', number, dueDate, date: '2026-03-02' }) }),
      ben.may('invoice.add'),
    );
  for (const [number, day] of [
    ['D-LATE', '2026-03-30'],
    ['D-7', '2026-04-07'],
    ['D-0', '2026-03-31'],
    ['D-8', '2026-04-08'],
  ] as const)
    await due(number, day);
  const tables = await importsOf(desk);
  await tables.offered();
  await desk.database.query({ text: "update import set added_at = '2026-03-30'", values: [] });

  const shown = await home('ben');

  expect(shown).toMatch(/Falls due[\s\S]*Late: €119.00[\s\S]*D-0[\s\S]*due today[\s\S]*D-7[\s\S]*2026-04-07/);
  expect(shown.slice(shown.indexOf('Falls due'))).not.toMatch(/D-LATE|D-8/);
  expect(shown).toMatch(/Tables of this week\n• spend-1\.csv: waits for somebody to press Load/);
  expect(await home('cleo')).not.toMatch(/Falls due|Tables of this week/);
});

test('an admin sees people and health too', async () => {
  const shown = await home('ada');

  expect(shown).toMatch(
    /People\n1 accountant · 1 admin · 1 operator\n• \w+ became operator on \d{4}-\d\d-\d\d, by Penny/,
  );
  expect(shown).toMatch(/Health\nInvoices in the ledger: 5\nFiles that need a person: 2/);
});

test('the picture is drawn once for its numbers, however often a Home is opened, and a newer one takes its place', async () => {
  const draw = () => drawFigures.run({ person: 'UBEN' }, desk.ports, new AbortController().signal);
  expect(await home('ben')).not.toContain('picture:');
  await draw();
  expect(await home('ben')).toMatch(/picture: How much do we spend\?/);
  expect(await home('ada')).toContain('picture:');
  await draw();
  expect(slack.uploads).toHaveLength(1);

  await desk.ports.store.ledger.book(newInvoice({ facts: facts({ number: 'NEW' }) }), ben.may('invoice.add'));
  expect(await home('ben')).toMatch(/picture: [\s\S]*older than the numbers/);
  await draw();
  expect(await home('ben')).not.toContain('older than the numbers');
  expect(slack.uploads).toHaveLength(2);
});

test('a part that cannot be drawn leaves the others; it all fits what Slack shows', async () => {
  const rows = { ...desk.ports.rows, read: () => Promise.reject(new Error('too slow')) };
  const broken = await testDesk({ workspace: slack.workspace, rows });
  await broken.happens('home-opened', undefined, 'ben');

  const shown = textOf(slack.homes.get('UBEN')?.saying);
  expect(shown).toMatch(/Nothing waits[\s\S]*A part of this page cannot be shown right now/);
});

test('who has no role learns whom to ask', async () => {
  expect(read(await desk.happens('home-opened', undefined, 'noor'))).toMatch(/Ask an admin for a role/);
});

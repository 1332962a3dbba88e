import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Cut } from '../../src/domain/cut.ts';
import { Fault } from '../../src/domain/fault.ts';
import type { FileType } from '../../src/domain/file.ts';
import type { Found } from '../../src/domain/invoice.ts';
import type { Part } from '../../src/domain/reply.ts';
import type { Ports } from '../../src/engine/ports.ts';
import { drawInvoice } from '../../src/jobs/draw-invoice.ts';
import { showInvoice } from '../../src/jobs/show-invoice.ts';
import { control, type Desk, form, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';
import { smallWorkspace } from '../support/workspace.ts';

const never = new AbortController().signal;
const slack = smallWorkspace();
let drawn: Cut[] = [];
/** What is drawn is tested with the real reader; here it matters what is asked for. */
const pretend: Ports['drawCuts'] = async (_, { cuts }) => {
  drawn.push(...cuts);
  return cuts.map(({ page }) => (page === 1 ? new Uint8Array([255]) : null));
};

let desk: Desk;
let ben: Awaited<ReturnType<typeof seated>>;
beforeAll(async () => {
  desk = await testDesk({
    workspace: slack.workspace,
    drawCuts: pretend,
    objects: { put: async () => {}, has: async () => true, lend: (_, work) => work('/nowhere') },
  });
  ben = await seated(desk.ports.store, 'UBEN', 'accountant');
});
beforeEach(() => {
  drawn = [];
  slack.uploads.length = 0;
});

const spot = (top: number, page = 1) => ({ page, box: { left: 0.7, top, width: 0.1, height: 0.01 } });
let n = 0;
async function booked(found: Found, type: FileType = 'application/pdf') {
  n += 1;
  const { documents, ledger } = desk.ports.store;
  const sha256 = n.toString(16).padStart(64, '0');
  const { document } = await documents.document({ sha256, size: 1, type, name: 'bill.pdf' });
  const { share } = await documents.share({ slackFile: `F${n}`, channel: 'CIN', slackUser: 'UBEN' });
  await documents.note(share.id, { documentId: document.id, messageTs: `${n}.0`, fileName: 'bill.pdf' });
  const invoice = newInvoice({
    facts: facts({ number: `D-${n}`, vendor: `Drawn ${n}` }),
    state: 'review',
    source: 'slack_file',
    documentId: document.id,
    pageFrom: 1,
    pageTo: 2,
    confidence: { vendor: 0.99, date: 0.3, total: 0.5 },
    found,
  });
  return (await ledger.book(invoice, ben.may('document.share'))).id;
}
const draw = (id: bigint, ports = desk.ports) => drawInvoice.run({ invoice: String(id) }, ports, never);
const waiting = async () =>
  (
    await desk.database.query<{ data: { invoice: string } }>({
      text: "select data from pgboss.job where name = 'draw-invoice' and state < 'completed'",
      values: [],
    })
  ).map(({ data }) => data.invoice);
async function card(id: bigint): Promise<readonly Part[]> {
  const reply = await desk.chat(`/invoice show ${id}`, 'ben');
  return reply.kind === 'say' ? reply.saying.parts : [];
}

test('a card comes first; then its page and the places in doubt are drawn, and stand on it', async () => {
  const id = await booked({ vendor: spot(0.1), date: spot(0.2), total: spot(0.8) });
  await showInvoice.run({ invoice: String(id) }, desk.ports, never);
  expect(await waiting()).toContain(String(id));
  await draw(id);

  expect(drawn.map(({ shows }) => shows)).toEqual(['page', 'date', 'total']);
  const parts = await card(id);
  expect(parts).toContainEqual(
    expect.objectContaining({ part: 'text', beside: expect.objectContaining({ name: `invoice-${id}-page-1.jpg` }) }),
  );
  const at = parts.findIndex((part) => part.part === 'picture' && part.title === 'Is the total €119.00?');
  expect(parts[at + 1]).toMatchObject({ controls: [{ label: 'Total is right' }, { label: 'Check total' }] });
  const asked = form(await desk.press(control(await desk.chat(`/invoice show ${id}`, 'ben'), 'Check date'), 'ben'));
  expect(asked.picture).toMatchObject({ name: `invoice-${id}-date.jpg` });
});

test('what is drawn is not drawn again; what was found elsewhere by now is', async () => {
  const id = await booked({ date: spot(0.2), total: spot(0.8) });
  await draw(id);
  await draw(id);
  expect(drawn).toHaveLength(3);

  await desk.database.query({
    text: `update invoice set found = jsonb_set(found, '{total,box,top}', '0.6') where id = $1`,
    values: [id],
  });
  await draw(id);
  expect(drawn.slice(3)).toMatchObject([{ shows: 'total', box: { top: 0.6 } }]);
});

test.each([
  ['a page that is not there', { total: spot(0.8, 9) }, pretend],
  [
    'a file that cannot be drawn',
    { total: spot(0.8) },
    async () => {
      throw new Fault('invalid', 'I stopped.');
    },
  ],
] as const)('%s goes without a picture, once and for all', async (_, found, drawCuts) => {
  const id = await booked(found);
  const ports = { ...desk.ports, drawCuts };
  await draw(id, ports);
  await draw(id, ports);

  expect(slack.uploads.filter(({ name }) => name.includes('total'))).toEqual([]);
  expect((await card(id)).filter((part) => part.part === 'picture' && part.title?.startsWith('Is '))).toEqual([]);
  await showInvoice.run({ invoice: String(id) }, ports, never);
  expect(await waiting()).not.toContain(String(id));
});

test('Slack away in the middle: nothing is kept, and the next try does it all', async () => {
  const id = await booked({ total: spot(0.8) });
  slack.fails('upload', 1);
  await expect(draw(id)).rejects.toMatchObject({ code: 'unavailable' });
  expect(await desk.ports.store.pictures.of(id)).toEqual([]);
  await draw(id);

  expect(await desk.ports.store.pictures.of(id)).toHaveLength(2);
});

test('an e-invoice in XML, one typed in, and one that is no more: nothing to draw', async () => {
  const xml = await booked({}, 'application/xml');
  await showInvoice.run({ invoice: String(xml) }, desk.ports, never);
  await draw(xml);
  await draw(999_999n);

  expect(drawn).toEqual([]);
  expect(await waiting()).not.toContain(String(xml));
});

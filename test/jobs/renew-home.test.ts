import { expect, test } from 'vitest';
import { Fault } from '../../src/domain/fault.ts';
import { renewHome } from '../../src/jobs/renew-home.ts';
import { partText, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';
import { smallWorkspace } from '../support/workspace.ts';

test('renews at once what a press changed, and only that; who is gone is forgotten', async () => {
  const slack = smallWorkspace();
  const desk = await testDesk({ workspace: slack.workspace });
  const { store } = desk.ports;
  const ben = await seated(store, 'UBEN', 'accountant');
  const { id } = await store.ledger.book(
    newInvoice({ facts: facts({ vendor: 'Zenith' }), state: 'review' }),
    ben.may('invoice.add'),
  );
  const renew = (ports = desk.ports) => renewHome.run({ person: 'UBEN' }, ports, new AbortController().signal);
  const home = () => slack.homes.get('UBEN');
  await desk.happens('home-opened', undefined, 'ben');
  await renew();
  expect(home()?.times).toBe(1);

  await store.ledger.confirm(id, ben.may('invoice.confirm'));
  await renew();
  expect((home()?.saying.parts ?? []).map(partText).join('\n')).toMatch(/Nothing waits/);

  await store.ledger.remove(id, ben.may('invoice.delete'));
  const gone = async () => {
    throw new Fault('missing', 'There is nobody of that name.');
  };
  await renew({ ...desk.ports, workspace: { ...slack.workspace, publishHome: gone } });
  expect(await store.homes.last('UBEN')).toMatchObject({ hash: null });
});

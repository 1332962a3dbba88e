import { expect, test } from 'vitest';
import { drawFigures } from '../../src/jobs/draw-figures.ts';
import { testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';
import { smallWorkspace } from '../support/workspace.ts';

test('draws nothing where nothing is booked, nor for whom it is not; once it is there, Homes are to show it', async () => {
  const slack = smallWorkspace();
  const desk = await testDesk({ workspace: slack.workspace });
  const { store } = desk.ports;
  const draw = (person: string) => drawFigures.run({ person }, desk.ports, new AbortController().signal);
  await draw('UBEN');
  const ben = await seated(store, 'UBEN', 'accountant');
  await store.ledger.book(newInvoice({ facts: facts() }), ben.may('invoice.add'));
  await draw('UCLEO');
  await draw('UNOBODY');
  expect(slack.uploads).toEqual([]);

  await desk.happens('home-opened', undefined, 'ben');
  await draw('UBEN');
  expect(slack.uploads).toMatchObject([{ name: 'overview.png', alt: expect.stringContaining('€119.00') }]);
  expect(
    Buffer.from(slack.uploads[0]?.bytes ?? [])
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  expect(await store.homes.isLeft()).toBe(true);
});

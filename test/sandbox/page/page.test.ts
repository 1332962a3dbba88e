import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chromiumPath, openBrowser } from './browser.ts';
import { startFakeServer } from './fake-server.ts';
import { message, modal } from './fake-workspace.ts';

describe.skipIf(!chromiumPath)('the sandbox page in Chromium (skipped where no Chromium is installed)', () => {
  let server: Awaited<ReturnType<typeof startFakeServer>>;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;
  let composer: Locator;
  const errors: string[] = [];

  beforeAll(async () => {
    server = await startFakeServer();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  beforeEach(async () => {
    server.reset();
    page = await browser.context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${server.url}#as=U0ADA00001&at=C0INVOICE1`);
    composer = page.getByRole('textbox', { name: 'Message #invoices' });
    await composer.waitFor();
  });
  afterEach(async () => {
    await page.close();
    expect(errors.splice(0)).toEqual([]);
  });

  const actions = () => server.sent.map(({ as, action }) => ({ as, ...action }));
  const sent = (kind: string) => expect.poll(() => actions().filter((action) => 'do' in action && action.do === kind));

  test('one press makes the page another person’s, and a reload remembers', async () => {
    await page
      .getByRole('navigation', { name: 'Switch person' })
      .getByRole('button', { name: 'Ana Oliveira, operator' })
      .click();

    await page.getByText('Ana Oliveira operator').waitFor();
    await composer.fill('It is me');
    await composer.press('Enter');
    await sent('post').toEqual([{ as: 'U0ANA00001', do: 'post', channel: 'C0INVOICE1', text: 'It is me' }]);
    await page.goto('about:blank');
    await page.goto(server.url);
    await page.getByText('Ana Oliveira operator').waitFor();
  });

  test('Enter sends, Shift+Enter breaks the line, and the box is empty afterwards', async () => {
    await composer.fill('first');
    await composer.press('Shift+Enter');
    await composer.pressSequentially('second');
    await composer.press('Enter');

    await sent('post').toEqual([{ as: 'U0ADA00001', do: 'post', channel: 'C0INVOICE1', text: 'first\nsecond' }]);
    expect(await composer.inputValue()).toBe('');
  });

  test('a refusal is shown and brings the words back', async () => {
    server.answer(() => ({ ok: false, error: '/spend failed: Penny did not answer in 3 seconds.' }));
    await composer.fill('/spend trend');
    await composer.press('Enter');

    await page.getByRole('alert').getByText('/spend failed: Penny did not answer in 3 seconds.').waitFor();
    await expect.poll(() => composer.inputValue()).toBe('/spend trend');
  });

  test('a slash offers commands; the arrow keys choose, Tab writes, Enter sends', async () => {
    await composer.pressSequentially('/');
    const offered = page.getByRole('listbox', { name: 'Slash commands' }).getByRole('option');
    expect(await offered.count()).toBe(3);
    await composer.press('ArrowDown');
    await composer.press('Tab');
    expect(await composer.inputValue()).toBe('/invoice ');
    await page.getByText('add | find … | show … | export').waitFor();
    await composer.pressSequentially('find acme');
    await composer.press('Enter');

    await sent('command').toEqual([
      { as: 'U0ADA00001', do: 'command', channel: 'C0INVOICE1', command: '/invoice', text: 'find acme' },
    ]);
  });

  test('a file dropped on the channel is shared there', async () => {
    const data = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['%PDF-1.7'], 'acme.pdf', { type: 'application/pdf' }));
      return transfer;
    });
    const log = page.getByRole('log', { name: 'Messages in #invoices' });
    await log.dispatchEvent('dragenter', { dataTransfer: data });
    await page.getByText('Drop to share in #invoices').waitFor();
    await log.dispatchEvent('drop', { dataTransfer: data });

    await expect.poll(() => server.sent.filter(({ path }) => path === '/sandbox/upload')).toHaveLength(1);
    const upload = server.sent.find(({ path }) => path === '/sandbox/upload');
    expect([upload?.query.get('channel'), upload?.query.get('name'), upload?.bytes]).toEqual([
      'C0INVOICE1',
      'acme.pdf',
      8,
    ]);
    expect(await page.getByText('Drop to share in #invoices').count()).toBe(0);
  });

  test('an attached file waits for its comment and goes with it', async () => {
    await page
      .getByLabel('Attach files')
      .setInputFiles({ name: 'scan.png', mimeType: 'image/png', buffer: Buffer.from('png') });
    await composer.fill('From the scanner');
    await composer.press('Enter');

    await expect
      .poll(() =>
        server.sent
          .filter(({ path }) => path === '/sandbox/upload')
          .map(({ query }) => [query.get('name'), query.get('comment')]),
      )
      .toEqual([['scan.png', 'From the scanner']]);
  });

  test('a sample is shared with one press', async () => {
    await page.getByRole('button', { name: 'Sample invoices' }).click();
    await page.getByRole('menuitem', { name: /PDF with an e-invoice inside/ }).click();

    await expect
      .poll(() => server.sent.filter(({ path }) => path === '/sandbox/sample').map(({ query }) => query.get('name')))
      .toEqual(['factur-x.pdf']);
  });

  test('a button sends its action, and a dangerous one asks first', async () => {
    const card = page.getByRole('article').last();
    await card.getByRole('button', { name: 'Confirm' }).click();
    await sent('press').toMatchObject([
      {
        blockId: 'decide',
        actionId: 'confirm',
        at: { channel: 'C0INVOICE1' },
        element: { type: 'button', value: 'inv_1' },
        values: {},
      },
    ]);

    await card.getByRole('button', { name: 'Delete' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete this invoice?' });
    await dialog.getByRole('button', { name: 'Keep it' }).click();
    expect(await dialog.count()).toBe(0);
    await card.getByRole('button', { name: 'Delete' }).click();
    await dialog.getByRole('button', { name: 'Delete it' }).click();
    await sent('press').toHaveLength(2);
  });

  test('a menu sends the option, and the message’s other inputs with it', async () => {
    const all = page.getByRole('article').filter({ hasText: 'Rich text' });
    await all.getByRole('combobox', { name: 'Person' }).selectOption('U0BEN00001');

    await sent('press').toMatchObject([
      {
        blockId: 'pick',
        actionId: 'who',
        element: { type: 'users_select', selected_user: 'U0BEN00001' },
        values: {
          pick: { who: { selected_user: 'U0BEN00001' }, when: { selected_date: '2026-11-20' } },
          pick2: { radio: { selected_option: { value: 'a' } } },
        },
      },
    ]);
  });

  test('a modal is filled, refused under its field, and sent by keyboard alone', async () => {
    await page.getByRole('article').last().getByRole('button', { name: 'Correct' }).focus();
    server.show((snapshot) => ({ ...snapshot, modals: [modal()] }));
    const dialog = page.getByRole('dialog', { name: 'Correct this invoice' });
    await dialog.waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.id);
    expect(await focused()).toBe(await dialog.getByLabel('Vendor', { exact: true }).getAttribute('id'));

    await page.keyboard.press('Enter');
    await dialog.getByText('Please complete this required field.').waitFor();
    expect(actions().filter((action) => 'do' in action && action.do === 'submit')).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.type('NP-1');
    server.answer(({ action }) => {
      if (action?.do === 'submit')
        server.show((snapshot) => ({
          ...snapshot,
          modals: [modal({ errors: { number: 'NP-1 is already booked.' } })],
        }));
      return { ok: true };
    });
    await page.keyboard.press('Enter');
    await sent('submit').toMatchObject([
      {
        viewId: 'V0MODAL001',
        values: {
          number: { v: { value: 'NP-1' } },
          total: { v: { value: '1213.80' } },
          kind: { v: { selected_option: { value: 'invoice' } } },
        },
      },
    ]);
    const number = dialog.getByRole('textbox', { name: 'Invoice number' });
    await dialog.getByText('NP-1 is already booked.').waitFor();
    expect(await number.getAttribute('aria-invalid')).toBe('true');
    expect(await number.inputValue()).toBe('NP-1');

    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      expect(await dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true);
    }
    await page.keyboard.press('Escape');
    await sent('close').toMatchObject([{ viewId: 'V0MODAL001' }]);
    server.show((snapshot) => snapshot);
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Correct');
  });

  test('a modal pushed on another lies over it and alone can be reached', async () => {
    server.show((snapshot) => ({ ...snapshot, modals: [modal(), modal({ id: 'V0MODAL002', title: 'Line items' })] }));
    await page.getByRole('dialog', { name: 'Line items' }).waitFor();

    expect(
      await page
        .getByRole('dialog')
        .first()
        .evaluate((box) => (box as HTMLElement).inert),
    ).toBe(true);
    await page.keyboard.press('Escape');
    await sent('close').toMatchObject([{ viewId: 'V0MODAL002' }]);
  });

  test('a thread opens beside the channel and takes replies', async () => {
    await page.getByRole('button', { name: /2 replies/ }).click();
    const thread = page.getByRole('region', { name: 'Thread' });
    await thread.getByText('I asked them').waitFor();
    await thread.getByRole('textbox', { name: 'Reply…' }).fill('Thanks');
    await thread.getByRole('textbox', { name: 'Reply…' }).press('Enter');

    await sent('post').toMatchObject([{ text: 'Thanks', threadTs: expect.stringMatching(/^\d+\.000100$/) }]);
    await thread.getByRole('button', { name: 'Close thread' }).press('Escape');
    await thread.waitFor({ state: 'detached' });
  });

  test('a message shortcut names its message', async () => {
    const receipt = page.getByRole('article').filter({ hasText: 'Receipt from the trip' });
    await receipt.hover();
    await receipt.getByRole('button', { name: 'More actions for this message' }).click();
    await page.getByRole('menuitem', { name: /Read as invoice/ }).click();

    await sent('shortcut').toEqual([
      {
        as: 'U0ADA00001',
        do: 'shortcut',
        callbackId: 'invoice_read',
        channel: 'C0INVOICE1',
        ts: await receipt.getAttribute('data-ts'),
      },
    ]);
  });

  test('App Home is asked for when opened, and its buttons name the view', async () => {
    await page.getByRole('button', { name: /^Penny, 1 unread/ }).click();
    await sent('home').toHaveLength(1);
    await page.getByRole('tabpanel', { name: 'Home' }).getByRole('button', { name: 'Confirm' }).click();

    await sent('press').toMatchObject([{ at: { viewId: 'V0HOME0001' }, actionId: 'confirm' }]);
    await page.getByRole('tab', { name: /Messages/ }).click();
    await page.getByRole('textbox', { name: 'Message Penny' }).waitFor();
    await sent('read').toMatchObject([{ channel: 'D0PENNY001' }]);
  });

  test('the newest message stays in view, but not under the eyes of someone reading further up', async () => {
    const log = page.getByRole('log', { name: 'Messages in #invoices' });
    const below = () => log.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);
    const say = (text: string, minutes: number) =>
      server.show((snapshot) => ({
        ...snapshot,
        messages: {
          ...snapshot.messages,
          C0INVOICE1: [...(snapshot.messages.C0INVOICE1 ?? []), message('U0BEN00001', minutes, { text })],
        },
      }));
    say('here at the end', 60);
    await log.getByText('here at the end').waitFor();
    await expect.poll(below).toBeLessThan(2);

    await log.evaluate((box) => {
      box.scrollTop = 0;
    });
    say('while away', 61);
    await page.getByRole('button', { name: 'New messages' }).waitFor();
    expect(await log.evaluate((box) => box.scrollTop)).toBe(0);
    await page.getByRole('button', { name: 'New messages' }).click();
    await expect.poll(below).toBeLessThan(2);
  });

  test('an update in place leaves focus and typed words alone', async () => {
    await composer.fill('half a sent');
    await page.getByRole('searchbox', { name: 'Search in Top vendors' }).fill('acme');
    server.show((snapshot) => ({ ...snapshot, app: { ...snapshot.app, connected: false } }));
    await page.getByText('Penny is not connected yet.').waitFor();

    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Search in Top vendors');
    expect(await composer.inputValue()).toBe('half a sent');
  });

  test('a lost line is said and mended', async () => {
    server.cut();
    await page.getByText('Reconnecting to the sandbox…').waitFor();
    await page.getByText('Reconnecting to the sandbox…').waitFor({ state: 'detached' });
  });
});

describe.skipIf(!chromiumPath)('the sandbox page on a phone (skipped where no Chromium is installed)', () => {
  let server: Awaited<ReturnType<typeof startFakeServer>>;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;

  beforeAll(async () => {
    server = await startFakeServer();
    browser = await openBrowser({ width: 390, height: 844, touch: true });
    page = await browser.context.newPage();
    await page.goto(`${server.url}#as=U0ADA00001&at=C0INVOICE1`);
    await page.getByRole('textbox', { name: 'Message #invoices' }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Elements that reach past the right edge, other than inside boxes that scroll sideways on purpose. */
  const tooWide = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('#app *, .dialog *')]
        .filter((element) => !element.closest('.table-scroll, .carousel, pre'))
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => `${element.tagName}.${element.getAttribute('class')}`),
    );

  test('nothing is wider than the screen, in channel, thread, Home and modal', async () => {
    expect(await tooWide()).toEqual([]);
    await page.getByRole('button', { name: /2 replies/ }).click();
    await page.getByRole('region', { name: 'Thread' }).waitFor();
    expect(await tooWide()).toEqual([]);
    await page.getByRole('button', { name: 'Close thread' }).click();
    server.show((snapshot) => ({
      ...snapshot,
      modals: [modal({ errors: { number: 'This number is already booked.' } })],
    }));
    await page.getByRole('dialog').waitFor();
    expect(await tooWide()).toEqual([]);
    server.show((snapshot) => snapshot);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Open sidebar' }).click();
    await page.getByRole('button', { name: /^Penny, 1 unread/ }).click();
    await page.getByRole('tabpanel', { name: 'Home' }).waitFor();
    expect(await tooWide()).toEqual([]);
  });

  test('every visible button is at least 36 pixels high', async () => {
    await page.goto(`${server.url}#as=U0ADA00001&at=C0INVOICE1`);
    await page.getByRole('textbox', { name: 'Message #invoices' }).waitFor();
    const low = await page.evaluate(() =>
      [...document.querySelectorAll('button')]
        .filter(
          (button) =>
            button.checkVisibility({ visibilityProperty: true }) && !button.closest('.library-block, .mrkdwn, th'),
        )
        .filter((button) => button.getBoundingClientRect().height < 36)
        .map((button) => button.getAttribute('aria-label') ?? button.textContent),
    );

    expect(low).toEqual([]);
  });

  test('the drawer switches persons and places, and closes by Escape', async () => {
    await page.getByRole('button', { name: 'Open sidebar' }).click();
    await page.getByRole('button', { name: 'Ben Bookman, accountant' }).click();
    await page.getByText('Ben Bookman accountant').waitFor();
    await page.getByRole('button', { name: '#penny-ops, 2 unread' }).click();
    await page.getByRole('textbox', { name: 'Message #penny-ops' }).waitFor();
    await page.getByRole('button', { name: 'Open sidebar' }).click();
    await page.getByRole('button', { name: '#general' }).waitFor();

    const active = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await expect.poll(active).not.toBe('Open sidebar'); // the focus goes into the drawer, and Escape is heard there
    await page.keyboard.press('Escape');
    await expect.poll(active).toBe('Open sidebar');
    await expect.poll(() => page.getByRole('button', { name: '#general' }).count()).toBe(0);
  });
});

import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { chromiumPath, openBrowser } from './browser.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

const vendors = ['Acme Ltd', 'Blue Paper', 'Nordic Acme Paper'];

/** The smallest app that answers by command, button, modal and menu. */
function smallApp({ botToken, appToken, apiUrl }: Sandbox) {
  const receiver = new SocketModeReceiver({
    appToken,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions: { slackApiUrl: apiUrl } },
  });
  const app = new App({ token: botToken, receiver, clientOptions: { slackApiUrl: apiUrl }, logLevel: LogLevel.ERROR });
  const picked: (string | null)[] = [];
  const asked: string[] = [];
  app.command('/spend', async ({ ack, respond }) => {
    await ack();
    await respond({
      text: '41,207.90 EUR',
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: 'Spend is *41,207.90 EUR*' } },
        { type: 'actions', elements: [{ type: 'button', action_id: 'fix', text: plain('Correct') }] },
      ],
    });
  });
  app.action('fix', async ({ ack, body, client }) => {
    await ack();
    const view = {
      type: 'modal' as const,
      callback_id: 'fixed',
      title: plain('Correct'),
      submit: plain('Save'),
      blocks: [
        {
          type: 'input' as const,
          block_id: 'total',
          label: plain('Total'),
          element: { type: 'plain_text_input' as const, action_id: 'v' },
        },
        {
          type: 'input' as const,
          block_id: 'vendor',
          label: plain('Vendor'),
          optional: true,
          element: {
            type: 'external_select' as const,
            action_id: 'vendors',
            min_query_length: 2,
            initial_option: { text: plain('As read'), value: 'read' },
          },
        },
      ],
    };
    if ('trigger_id' in body) await client.views.open({ trigger_id: body.trigger_id, view });
  });
  app.view('fixed', async ({ ack, view }) => {
    const total = view.state.values.total?.v?.value;
    picked.push(view.state.values.vendor?.vendors?.selected_option?.value ?? null);
    if (total === '12.50') await ack();
    else await ack({ response_action: 'errors', errors: { total: `${total} is no amount.` } });
  });
  app.options<'block_suggestion'>('vendors', async ({ ack, options: { value } }) => {
    asked.push(value);
    const found = vendors.filter((name) => name.toLowerCase().includes(value.toLowerCase()));
    await ack({ options: found.map((name) => ({ text: plain(name), value: `id of ${name}` })) });
  });
  return { app, picked, asked };
}

describe.skipIf(!chromiumPath)(
  'the page before the real sandbox and a Bolt app (skipped where no Chromium is installed)',
  () => {
    let sandbox: Sandbox;
    let small: ReturnType<typeof smallApp>;
    let browser: Awaited<ReturnType<typeof openBrowser>>;
    let page: Page;

    beforeAll(async () => {
      sandbox = await startSandbox();
      small = smallApp(sandbox);
      browser = await openBrowser();
      page = await browser.context.newPage();
      await page.goto(sandbox.url);
    });
    afterAll(async () => {
      await browser?.close();
      await small?.app.stop();
      await sandbox?.stop();
    });

    test('says that the app is away until it is there', async () => {
      await page.getByText('Penny is not connected yet.').waitFor();
      await small.app.start();
      await page.getByText('Penny is not connected yet.').waitFor({ state: 'detached' });
    });

    test('a command is answered, its button opens a modal, a refusal stands under the input', async () => {
      const composer = page.getByRole('textbox', { name: 'Message #invoices' });
      await composer.fill('/spend this month');
      await composer.press('Enter');
      const answer = page.getByRole('article').filter({ hasText: 'Only visible to you' });
      await answer.getByText('41,207.90 EUR').waitFor();
      await answer.getByRole('button', { name: 'Correct' }).click();
      const dialog = page.getByRole('dialog', { name: 'Correct' });
      await dialog.getByRole('textbox', { name: 'Total' }).fill('lots');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.getByText('lots is no amount.').waitFor();
      await dialog.getByRole('textbox', { name: 'Total' }).fill('12.50');
      await dialog.getByRole('button', { name: 'Save' }).click();

      await dialog.waitFor({ state: 'detached' });
      expect(await answer.count()).toBe(1);
    });

    test('a menu of the app is typed into and picked from by keyboard alone, and says what it is doing', async () => {
      await page.getByRole('article').filter({ hasText: 'Only visible to you' }).getByRole('button').click();
      const dialog = page.getByRole('dialog', { name: 'Correct' });
      const vendor = dialog.getByRole('combobox', { name: 'Vendor' });
      const offered = () => dialog.getByRole('listbox', { name: 'Vendor' }).getByRole('option').allTextContents();
      const marked = () =>
        vendor.evaluate((box) => document.getElementById(box.getAttribute('aria-activedescendant') ?? '')?.textContent);
      await dialog.getByRole('textbox', { name: 'Total' }).fill('12.50');
      await page.keyboard.press('Tab');
      expect(await vendor.inputValue()).toBe('As read');

      await page.keyboard.type('P');
      await dialog.getByText('Type 2 letters to search.').waitFor();
      await page.keyboard.type('aper');
      await dialog.getByText('2 found.').waitFor();
      expect(await offered()).toEqual(['Blue Paper', 'Nordic Acme Paper']);
      expect(small.asked).toEqual(['Paper']);
      await page.keyboard.press('ArrowDown');
      expect(await marked()).toBe('Nordic Acme Paper');
      await page.keyboard.press('Escape');
      expect([await vendor.inputValue(), await vendor.getAttribute('aria-expanded')]).toEqual(['As read', 'false']);

      await page.keyboard.type('zzz');
      await dialog.getByText('No results.').waitFor();
      await vendor.fill('acme');
      await dialog.getByText('2 found.').waitFor();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      expect(await vendor.inputValue()).toBe('Nordic Acme Paper');
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      expect(small.picked.at(-1)).toBe('id of Nordic Acme Paper');
    });

    test('the same by mouse; what is emptied is picked no more', async () => {
      await page.getByRole('article').filter({ hasText: 'Only visible to you' }).getByRole('button').click();
      const dialog = page.getByRole('dialog', { name: 'Correct' });
      const vendor = dialog.getByRole('combobox', { name: 'Vendor' });
      await dialog.getByRole('textbox', { name: 'Total' }).fill('x');
      await vendor.fill('blue');
      await dialog.getByRole('option', { name: 'Blue Paper' }).click();
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.getByText('x is no amount.').waitFor();
      expect([small.picked.at(-1), await vendor.inputValue()]).toEqual(['id of Blue Paper', 'Blue Paper']);

      await vendor.fill('');
      await dialog.getByRole('textbox', { name: 'Total' }).fill('12.50');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(small.picked.at(-1)).toBe(null);
    });

    test('a shared file stands in the channel, and another person sees it unread', async () => {
      await page
        .getByLabel('Attach files')
        .setInputFiles({ name: 'acme.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByRole('link', { name: 'Download acme.pdf' }).waitFor();
      await page.getByRole('button', { name: '#general' }).click();
      await page.getByRole('button', { name: /, operator$/ }).click();

      await page.getByRole('button', { name: /^#invoices, 1 unread$/ }).waitFor();
    });
  },
);

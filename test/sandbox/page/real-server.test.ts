import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { chromiumPath, openBrowser } from './browser.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

/** The smallest app that answers by command, button and modal. */
function smallApp({ botToken, appToken, apiUrl }: Sandbox) {
  const receiver = new SocketModeReceiver({
    appToken,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions: { slackApiUrl: apiUrl } },
  });
  const app = new App({ token: botToken, receiver, clientOptions: { slackApiUrl: apiUrl }, logLevel: LogLevel.ERROR });
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
      ],
    };
    if ('trigger_id' in body) await client.views.open({ trigger_id: body.trigger_id, view });
  });
  app.view('fixed', async ({ ack, view }) => {
    const total = view.state.values.total?.v?.value;
    if (total === '12.50') await ack();
    else await ack({ response_action: 'errors', errors: { total: `${total} is no amount.` } });
  });
  return app;
}

describe.skipIf(!chromiumPath)(
  'the page before the real sandbox and a Bolt app (skipped where no Chromium is installed)',
  () => {
    let sandbox: Sandbox;
    let app: ReturnType<typeof smallApp>;
    let browser: Awaited<ReturnType<typeof openBrowser>>;
    let page: Page;

    beforeAll(async () => {
      sandbox = await startSandbox();
      app = smallApp(sandbox);
      browser = await openBrowser();
      page = await browser.context.newPage();
      await page.goto(sandbox.url);
    });
    afterAll(async () => {
      await browser?.close();
      await app?.stop();
      await sandbox?.stop();
    });

    test('says that the app is away until it is there', async () => {
      await page.getByText('Penny is not connected yet.').waitFor();
      await app.start();
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

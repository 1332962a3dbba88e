import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Takes pictures of the sandbox page as a person sees it; does nothing where no Chromium is installed. */
export type Camera = {
  shoot(
    name: string,
    view: { readonly as: string; readonly at: string; readonly thread?: string; readonly phone?: boolean },
  ): Promise<boolean>;
  /** Writes a picture that somebody else drew. */
  keep(name: string, png: Uint8Array): Promise<void>;
  close(): Promise<void>;
};

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function camera(url: string, folder: string): Promise<Camera> {
  const executablePath = browsers.find((path) => existsSync(path));
  const keep = (name: string, png: Uint8Array) => writeFile(join(folder, name), png);
  if (!executablePath) return { shoot: async () => false, keep, close: async () => {} };
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: quiet });
  return {
    async shoot(name, { as, at, thread, phone = false }) {
      const viewport = phone ? { width: 390, height: 844 } : { width: 1280, height: 860 };
      const page = await browser.newPage({ viewport, deviceScaleFactor: phone ? 2 : 1 });
      const place = new URLSearchParams({ as, at, ...(thread ? { thread } : {}) });
      await page.goto(`${url}#${place}`);
      await page.getByRole('main').waitFor();
      await page.waitForTimeout(400); // pictures in messages finish drawing
      await page.screenshot({ path: join(folder, name) });
      await page.close();
      return true;
    },
    keep,
    close: () => browser.close(),
  };
}

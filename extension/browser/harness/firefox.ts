import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { programOnPath } from '../../../pwa/browser/harness/program.ts';
import { startServer, type ServerProcess } from '../../../sync-server/faults/serverProcess.ts';
import { builtFor, EXTENSION } from '../../build/folders.ts';
import { allow } from './allowed.ts';

/** Stores ask for a Firefox that knows all of its manifest; what there is to try it in may be the long-term one, which does too. */
const ID = 'panel@taffrail.app';
/** Which number an extension gets is else for each profile to draw. */
const UUID = '6f2d0c1e-3a5b-4c7d-8e9f-0a1b2c3d4e5f';

/** However busy the machine is. */
const MOST_WAIT_MS = 90_000;

/** Undefined where there is none: nobody has to install a second browser. */
export const FIREFOX = programOnPath(['firefox', 'firefox-esr']);

export interface FirefoxDesk {
  readonly server: ServerProcess;
  openPanel(): Promise<Page>;
  openBroker(fixture: string, address: string): Promise<Page>;
}

/** The panel in a Firefox, with a server of its own. */
export async function inFirefox(play: (desk: FirefoxDesk) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'taffrail-firefox-'));
  const server = await startServer({ dataPath: join(folder, 'data') });
  const browser = await openFirefox(join(folder, 'extension'));
  try {
    await play({
      server,
      async openPanel() {
        const address = `moz-extension://${UUID}/sidepanel.html`;
        const page = await browser.newPage({ type: 'window' });
        page.setDefaultTimeout(MOST_WAIT_MS);
        // The page moves to the process of the extension, from where no end of its loading is told.
        void page.goto(address).catch(() => undefined);
        await page.locator('main').wait();
        return page;
      },
      async openBroker(fixture, address) {
        const page = await browser.newPage();
        const body = readFileSync(join(EXTENSION, 'fixtures', fixture), 'utf8');
        await page.setRequestInterception(true);
        page.on('request', (request) => {
          const answer = request.isNavigationRequest() ? { status: 200, contentType: 'text/html', body } : { status: 404 };
          void request.respond(answer);
        });
        await page.goto(address);
        return page;
      },
    });
  } finally {
    await browser.close();
    await server.killNine();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openFirefox(extensionPath: string): Promise<Browser> {
  cpSync(builtFor('firefox'), extensionPath, { recursive: true });
  allow(extensionPath, { browser_specific_settings: { gecko: { id: ID } } });
  const extraPrefsFirefox = { 'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }) };
  // Without it no page of an extension can be gone to from outside.
  const args = ['--remote-allow-system-access'];
  const browser = await launch({ browser: 'firefox', executablePath: FIREFOX ?? '', headless: true, args, extraPrefsFirefox });
  await browser.installExtension(extensionPath);
  return browser;
}

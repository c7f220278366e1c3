import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Worker } from 'playwright-core';
import { onStage, type Device, type Stage } from '../../../pwa/browser/harness/index.ts';
import { EXTENSION } from '../../build/folders.ts';
import type { Kept } from '../../src/app/index.ts';
import { ALLOWED } from './allowed.ts';

/** A browser with the extension in it. */
export interface Desk {
  readonly device: Device;
  /** The panel, in a window of its own: a browser without a screen has no side. */
  openPanel(): Promise<Page>;
  openGlance(): Promise<Page>;
  openOptions(): Promise<Page>;
  /** A page of ours at the address of a broker. */
  openBroker(fixture: string, address: string): Promise<Page>;
  /** What stands on the icon. */
  badge(): Promise<string>;
  /** Puts something where the extension keeps what it goes by. */
  keeps(kept: Partial<Kept>): Promise<void>;
  /** What the browser does when keys of the extension are pressed; without a screen it has none. */
  pressesKeys(command: 'open-panel' | 'arm-plan'): Promise<void>;
  /** As a page is after an update of the extension: the reader in it is of the version before, and hears nothing any more. */
  hasOldReader(): Promise<void>;
  /** What the part of the extension in the page beside the panel would say, if somebody got hold of it. */
  saysFromPage(message: object): Promise<void>;
  /** As the browser does to a worker whenever it likes. */
  stopWorker(): Promise<void>;
}

export function atTheDesk<T>(play: (desk: Desk, stage: Stage) => Promise<T>): Promise<T> {
  return onStage(async (stage) => play(await deskOn(stage), stage));
}

/** The browser's own doors, as the worker has them. */
declare const chrome: {
  readonly action: { getBadgeText(of: object): Promise<string> };
  readonly windows: { create(options: object): Promise<unknown> };
  readonly storage: { readonly local: { set(values: object): Promise<void> } };
  readonly commands: { readonly onCommand: { dispatch(command: string): void } };
  readonly tabs: { query(asked: object): Promise<readonly { readonly id: number }[]> };
  readonly scripting: { executeScript(given: object): Promise<unknown> };
  readonly runtime: { sendMessage(message: object): Promise<unknown> };
};

const isOurs = (worker: Worker): boolean => worker.url().startsWith('chrome-extension:');

async function deskOn(stage: Stage): Promise<Desk> {
  const device = await stage.device({ extensionPath: ALLOWED });
  const { context } = device;
  const worker = async (): Promise<Worker> =>
    context.serviceWorkers().find(isOurs) ?? (await context.waitForEvent('serviceworker', isOurs));
  const origin = (await worker()).url().replace(/\/[^/]*$/, '');
  async function openOwn(name: string): Promise<Page> {
    const opening = context.waitForEvent('page');
    await (await worker()).evaluate(openWindow, `${origin}/${name}.html`);
    return opening;
  }

  return {
    device,
    openPanel: () => openOwn('sidepanel'),
    openGlance: () => openOwn('popup'),
    openOptions: () => openOwn('options'),
    async openBroker(fixture, address) {
      const html = readFileSync(join(EXTENSION, 'fixtures', fixture), 'utf8');
      const page = device.page;
      await page.route(`${new URL(address).origin}/**`, (route) =>
        route.request().isNavigationRequest() ? route.fulfill({ body: html, contentType: 'text/html' }) : route.fulfill({ status: 404 }),
      );
      await page.goto(address);
      return page;
    },
    badge: async () => (await worker()).evaluate(() => chrome.action.getBadgeText({})),
    keeps: async (kept) => (await worker()).evaluate((values) => chrome.storage.local.set(values), kept),
    pressesKeys: async (command) => (await worker()).evaluate((name) => chrome.commands.onCommand.dispatch(name), command),
    hasOldReader: async () => (await worker()).evaluate(leaveOldReader),
    saysFromPage: async (message) => (await worker()).evaluate(sayFromPage, message),
    async stopWorker() {
      const tools = await context.newCDPSession(device.page);
      const { targetInfos } = await tools.send('Target.getTargets');
      const target = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(origin));
      if (target !== undefined) await tools.send('Target.closeTarget', { targetId: target.targetId });
      await tools.detach();
    },
  };
}

/** Runs in the worker. */
async function openWindow(url: string): Promise<void> {
  await chrome.windows.create({ url, type: 'popup', width: 420, height: 900 });
}

/** Runs in the worker. */
async function leaveOldReader(): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, windowType: 'normal' });
  await chrome.scripting.executeScript({
    target: { tabId: tab?.id },
    func: () => void Object.assign(globalThis, { taffrailIsHere: () => true }),
  });
}

/** Runs in the worker. */
async function sayFromPage(message: object): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, windowType: 'normal' });
  await chrome.scripting.executeScript({
    target: { tabId: tab?.id },
    func: (asked: object) => void chrome.runtime.sendMessage(asked).catch(() => undefined),
    args: [message],
  });
}

/** Lets a panel in that shows its code. */
export async function pairs({ device }: Desk, panel: Page): Promise<void> {
  await panel.getByLabel('Address of your server').fill(device.origin);
  await panel.getByRole('button', { name: 'Pair', exact: true }).click();
  const code = await panel.getByRole('status', { name: 'Let this browser in' }).textContent();
  const tab = await device.openTab('/pair');
  await tab.getByLabel('Code on the device').fill(code ?? '');
  await tab.getByRole('button', { name: 'Look who it is' }).click();
  await tab.getByRole('button', { name: 'Let it in' }).click();
  await tab.getByText('Panel in Chrome is let in.').waitFor();
  await tab.close();
}

import { join } from 'node:path';
import { tmpdir } from 'node:os';
import type { BrowserContext, Page } from 'playwright-core';
import { clockAhead } from './clockAhead.ts';
import { storageThatFills } from './fullStorage.ts';
import { watchForProblems } from './problems.ts';
import { openProfile } from './profile.ts';
import type { Wire } from './wire.ts';

/** A profile of a browser, and the wire it reaches the server by. */
export interface Device {
  /** The tab it was opened with. */
  readonly page: Page;
  readonly context: BrowserContext;
  readonly origin: string;
  /** What went wrong in its pages; whoever provokes something takes it out again. */
  readonly problems: string[];
  openTab(path: string): Promise<Page>;
  /** As in a tunnel: for pages, workers and streams alike. */
  goOffline(): Promise<void>;
  goOnline(): Promise<void>;
  /** Ends as a process is killed, and starts again with what was on its disk. */
  crashAndRestart(): Promise<void>;
  /** As a browser does to any worker that idles; the next event starts it again. */
  stopServiceWorkers(): Promise<void>;
  /** In the tabs that are open, until they are loaded again. */
  storageIs(how: 'full' | 'free'): Promise<void>;
  takePictures(name: string): Promise<string[]>;
  close(): Promise<void>;
}

export interface DeviceOptions {
  readonly screen?: 'phone' | 'desktop';
  readonly theme?: 'light' | 'dark';
  readonly language?: string;
  readonly zone?: string;
  /** How sharp its screen is. */
  readonly pixelRatio?: number;
  /** Its clock is wrong by this much. */
  readonly clockAheadMs?: number;
  /** Its profile lies on a disk, in a browser of its own: so it can be started anew, and has what browsers keep from profiles that will be forgotten. */
  readonly hasDisk?: boolean;
  /** Where an extension that is installed in it lies, unpacked; whoever installs something has a disk. */
  readonly extensionPath?: string;
}

interface DeviceParts {
  readonly profilePath: string;
  readonly wire: Wire;
  /** A session, as the server sets it; without one the device is nobody's. */
  readonly cookie: string | undefined;
}

const screens = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  desktop: { viewport: { width: 1440, height: 900 } },
} as const;

export async function openDevice(parts: DeviceParts, options: DeviceOptions = {}): Promise<Device> {
  const { wire } = parts;
  const problems: string[] = [];
  let context = await launch(parts, options, problems);
  let page = await firstTabOf(context);

  /** A worker of an extension that starts while there is no network stays without one; for it the wire alone is cut. */
  async function tellOffline(isOffline: boolean): Promise<void> {
    if (options.extensionPath === undefined) await context.setOffline(isOffline);
  }

  return {
    get page() {
      return page;
    },
    get context() {
      return context;
    },
    origin: wire.origin,
    problems,
    async openTab(path) {
      const tab = await context.newPage();
      await tab.goto(wire.origin + path);
      return tab;
    },
    async goOffline() {
      wire.cut();
      await tellOffline(true);
    },
    async goOnline() {
      wire.mend();
      await tellOffline(false);
    },
    async crashAndRestart() {
      if (options.hasDisk !== true) throw new Error('A device without a disk has nothing to start again with: `hasDisk` gives it one.');
      const ended = new Promise((resolve) => context.once('close', resolve));
      const browser = await context.browser()?.newBrowserCDPSession();
      // The answer to this never comes.
      browser?.send('Browser.crash').catch(() => {});
      await ended;
      context = await launch(parts, options, problems);
      page = await firstTabOf(context);
    },
    async stopServiceWorkers() {
      const tools = await context.newCDPSession(page);
      await tools.send('ServiceWorker.enable');
      await tools.send('ServiceWorker.stopAllWorkers');
      await tools.detach();
    },
    async storageIs(how) {
      await Promise.all(context.pages().map((tab) => tab.evaluate((state) => (document.documentElement.dataset['storage'] = state), how)));
    },
    takePictures: (name) =>
      Promise.all(
        context.pages().map(async (tab, n) => {
          const path = join(tmpdir(), 'taffrail-pictures', `${process.pid}-${name}-${n}.png`);
          await tab.screenshot({ path });
          return path;
        }),
      ),
    async close() {
      await context.close();
      wire.close();
    },
  };
}

async function launch({ profilePath, wire, cookie }: DeviceParts, options: DeviceOptions, problems: string[]): Promise<BrowserContext> {
  const {
    screen = 'desktop',
    theme = 'light',
    language = 'en-US',
    zone = 'America/New_York',
    pixelRatio = 1,
    clockAheadMs,
    hasDisk = false,
    extensionPath,
  } = options;
  const context = await openProfile(
    { path: profilePath, hasDisk, extensionPath },
    { ...screens[screen], deviceScaleFactor: pixelRatio, colorScheme: theme, locale: language, timezoneId: zone },
  );
  watchForProblems(context, problems);
  // A browser writes cookies to its disk when it finds the time; who is signed in is not what a crash is to try.
  if (cookie !== undefined) await context.addCookies([sessionOf(cookie, wire.origin)]);
  await context.addInitScript(storageThatFills);
  if (clockAheadMs !== undefined) await context.addInitScript(clockAhead, clockAheadMs);
  return context;
}

/** A browser of its own opens with an empty one. */
const firstTabOf = async (context: BrowserContext): Promise<Page> => context.pages()[0] ?? context.newPage();

function sessionOf(cookie: string, url: string) {
  const [name = '', value = ''] = cookie.split('=');
  return { name, value, url, httpOnly: true, sameSite: 'Strict' } as const;
}

import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { chromiumArguments, findChromium } from './chromium.ts';

interface Profile {
  /** Where it lies, if it is to lie anywhere. */
  readonly path: string;
  readonly hasDisk: boolean;
  readonly extensionPath: string | undefined;
}

/** Undefined for whoever measures: there, each device is a browser of its own. */
let shared: { browser: Promise<Browser> | undefined } | undefined;

/** To start a Chromium takes longer than most scenes. From here on there is one, where a profile that needs no disk is kept in memory, apart from all others. */
export function shareChromium(): void {
  shared = { browser: undefined };
}

export async function endSharedChromium(): Promise<void> {
  const browser = await shared?.browser;
  shared = undefined;
  await browser?.close();
}

/** The closing of what comes back ends the profile, and its browser where that has no other. */
export async function openProfile({ path, hasDisk, extensionPath }: Profile, options: BrowserContextOptions): Promise<BrowserContext> {
  if (shared !== undefined && !hasDisk && extensionPath === undefined) {
    shared.browser ??= chromium.launch({ executablePath: findChromium(), args: [...chromiumArguments] });
    const browser = await shared.browser;
    return browser.newContext(options);
  }
  return chromium.launchPersistentContext(path, { executablePath: findChromium(), ...withExtension(extensionPath), ...options });
}

/** Browsers that are tried out have no extensions unless they are told to. */
function withExtension(path: string | undefined) {
  if (path === undefined) return { args: [...chromiumArguments] };
  return {
    args: [...chromiumArguments, `--disable-extensions-except=${path}`, `--load-extension=${path}`],
    ignoreDefaultArgs: ['--disable-extensions'],
  };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { chromiumArguments, findChromium } from '../../../pwa/browser/harness/chromium.ts';
import { pageScript } from './pageScript.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');

let launched: Promise<Browser> | undefined;

afterAll(async () => {
  await (await launched)?.close();
  launched = undefined;
});

export interface PortInPage {
  say(message: unknown): Promise<void>;
  /** What it was told, from the first on. */
  told(): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

export interface PageScene {
  readonly page: Page;
  openPort(name: string): Promise<PortInPage>;
}

export interface Shown {
  /** Of extension/fixtures. */
  readonly file: string;
  readonly address: string;
  readonly headers?: { readonly [name: string]: string };
}

/**
 * Plays a scene on a page of ours that stands at the address of a broker, with the extension's script in a world of its own, where the
 * page's content policy and the page itself do not reach it, as in a browser.
 */
export async function onPage<T>({ file, address, headers = {} }: Shown, play: (scene: PageScene) => Promise<T>): Promise<T> {
  launched ??= chromium.launch({ executablePath: findChromium(), args: [...chromiumArguments] });
  const context = await (await launched).newContext();
  try {
    const page = await context.newPage();
    await page.route('**/*', (route) => {
      if (!route.request().isNavigationRequest()) return route.fulfill({ status: 404 });
      const isFrame = route.request().frame() !== page.mainFrame();
      const path = isFrame ? join('pages', new URL(route.request().url()).pathname) : file;
      return route.fulfill({ body: readFileSync(join(FIXTURES, path), 'utf8'), contentType: 'text/html', headers: { ...headers } });
    });
    await page.goto(address);
    const world = await worldIn(page);
    return await play({ page, openPort: (name) => portIn(world, name) });
  } finally {
    await context.close();
  }
}

interface World {
  run(expression: string): Promise<unknown>;
}

async function worldIn(page: Page): Promise<World> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'extension' });
  async function run(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
  await run(`${await pageScript()}; undefined`);
  return { run };
}

let ports = 0;

async function portIn({ run }: World, name: string): Promise<PortInPage> {
  ports += 1;
  const port = `globalThis.port${ports}`;
  await run(`${port} = openPort(${JSON.stringify(name)}); undefined`);
  return {
    say: async (message) => void (await run(`${port}.say(${JSON.stringify(message)})`)),
    told: async () => (await run(`${port}.told`)) as readonly unknown[],
    close: async () => void (await run(`${port}.close()`)),
  };
}

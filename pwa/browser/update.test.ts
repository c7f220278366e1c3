import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { giveBook, onStage, readyOffline, removeEditions, theApp, withEditions, type Device, type StageServer } from './harness/index.ts';

afterAll(removeEditions);

const showsEdition = (page: Page, edition: string): Promise<void> => page.locator(`html[data-edition="${edition}"]`).waitFor();

const isOffered = (page: Page): Promise<void> => page.getByText('A newer version is ready.').waitFor();

test('a newer version waits for the word of one tab, and then every tab shows it', () =>
  withEditions(async ({ repository, publish }) => {
    await publish('one');
    await onStage(
      async ({ server, device }) => {
        const desk = await device();
        await giveBook(desk.page, desk.origin, 'this device');
        const first = await desk.openTab('/positions');
        await readyOffline(first);
        const second = await desk.openTab('/more');
        await publish('two');
        await startAgain(server);
        const third = await desk.openTab('/');
        for (const tab of [first, second, third]) {
          await isOffered(tab);
          await showsEdition(tab, 'one');
        }
        await second.getByRole('button', { name: 'Show it' }).click();
        for (const tab of [first, second, third]) await showsEdition(tab, 'two');
        expect(new URL(first.url()).pathname).toBe('/positions');
        await server.kill();
        await showsEdition(await desk.openTab('/positions'), 'two');
      },
      { repository },
    );
  }));

test('what is half written is still there when another tab shows the newer version', () =>
  withEditions(async ({ repository, publish }) => {
    await publish('one');
    await onStage(
      async ({ server, device }) => {
        const desk = await device();
        await giveBook(desk.page, desk.origin, 'this device');
        await desk.page.goto(`${desk.origin}/positions/new`);
        await desk.page.locator('dialog[open]').getByLabel('Name').waitFor();
        await desk.page.keyboard.press('Enter');
        await desk.page.getByLabel('The trade in one line').fill('+100 AAPL 187');
        await readyOffline(desk.page);
        await publish('two');
        await startAgain(server);
        const other = await desk.openTab('/more');
        await isOffered(other);
        await other.getByRole('button', { name: 'Show it' }).click();
        await showsEdition(other, 'two');
        // Its page may be loading again by now, and that takes as long as it takes.
        await desk.page.waitForFunction(() => document.querySelector<HTMLInputElement>('dialog[open] input')?.value === '+100 AAPL 187');
      },
      { repository },
    );
  }));

test('a version that waits is offered after each start, and is shown to who opens the app when nobody looked', () =>
  withEditions(async ({ repository, publish }) => {
    await publish('one');
    await onStage(
      async ({ server, device }) => {
        const desk = await device();
        await desk.page.goto(desk.origin);
        await readyOffline(desk.page);
        await publish('two');
        await startAgain(server);
        for (let start = 0; start < 2; start++) {
          await desk.page.reload();
          await showsEdition(desk.page, 'one');
          await isOffered(desk.page);
        }
        await desk.page.goto('about:blank');
        await expect.poll(() => editionSeenBy(desk), { timeout: 30_000, interval: 1_000 }).toBe('two');
      },
      { repository },
    );
  }));

/** Of a tab that is opened for this and closed again. */
async function editionSeenBy({ context, origin }: Device): Promise<string | null> {
  const tab = await context.newPage();
  await tab.goto(origin).catch(() => undefined);
  const edition = await tab.locator('html').getAttribute('data-edition');
  await tab.close();
  return edition;
}

async function startAgain(server: StageServer): Promise<void> {
  await server.kill();
  await server.start();
}

test('a worker that answers nothing is replaced by the next version', () =>
  withEditions(async ({ repository, publish, spoilWorker }) => {
    await publish('one');
    spoilWorker(
      "addEventListener('fetch', (event) => event.respondWith(Response.error())); addEventListener('activate', () => clients.claim());",
    );
    await onStage(
      async ({ server, device }) => {
        const desk = await device();
        const first = await desk.openTab('/');
        await first.waitForFunction(() => navigator.serviceWorker.controller);
        await expect(first.reload()).rejects.toThrow('ERR_FAILED');
        await publish('two');
        await startAgain(server);
        await first.close();
        // The browser looks for a newer worker at each visit; the one it finds takes over when nobody looks any more.
        await expect.poll(() => editionSeenBy(desk), { timeout: 30_000, interval: 1_000 }).toBe('two');
      },
      { repository },
    );
  }));

test('the program can be fetched again, and what was written stays', () =>
  onStage(async ({ server, device }) => {
    const desk = await device();
    const tab = await desk.openTab('/');
    await readyOffline(tab);
    await tab.evaluate(() => localStorage.setItem('written', 'here'));
    const reset = await desk.openTab('/reset.html');
    await server.kill();
    await reset.getByRole('button').click();
    await reset.getByText('nothing was thrown away').waitFor();
    expect(await reset.evaluate(() => caches.keys())).toHaveLength(1);
    await server.start();
    await reset.getByRole('button').click();
    await theApp(reset);
    await readyOffline(reset);
    expect(new URL(reset.url()).pathname).not.toBe('/reset.html');
    expect(await reset.evaluate(() => localStorage.getItem('written'))).toBe('here');
  }));

import { expect, test } from 'vitest';
import { onStage, readyOffline, theApp } from './harness/index.ts';

test('the app opens at any of its places, and asks nobody but its server', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const asked = new Set<string>();
    desk.context.on('request', (request) => asked.add(new URL(request.url()).origin));
    await theApp(await desk.openTab('/positions'));
    expect([...asked]).toEqual([desk.origin]);
  }));

test('it opens by a deep link after the browser was started anew, with the server dead', () =>
  onStage(async ({ server, device }) => {
    const phone = await device({ screen: 'phone', hasDisk: true });
    await readyOffline(await phone.openTab('/'));
    await server.kill();
    await phone.goOffline();
    await phone.crashAndRestart();
    await theApp(await phone.openTab('/positions/0194d7c0-0000-7000-8000-00000000000b'));
  }));

test('what opens a book is asked for by the page itself, before any script has run', () =>
  onStage(async ({ device }) => {
    const { page, origin } = await device();
    const served = await page.goto(`${origin}/more`);
    await theApp(page);
    const asked = () => performance.getEntriesByType('resource').flatMap(({ name }) => name.match(/\/assets\/book-.*/)?.[0] ?? []);
    const book = await page.evaluate(asked);
    expect(book).toHaveLength(1);
    expect(await served?.text()).toContain(`rel="modulepreload" crossorigin fetchpriority="low" href="${book[0]}"`);
  }));

test('it opens after its worker was stopped', () =>
  onStage(async ({ server, device }) => {
    const desk = await device();
    await readyOffline(await desk.openTab('/'));
    await server.kill();
    await desk.stopServiceWorkers();
    await theApp(await desk.openTab('/positions'));
  }));

test('the worker never answers for the server', () =>
  onStage(async ({ server, device }) => {
    const desk = await device();
    const tab = await desk.openTab('/');
    await readyOffline(tab);
    const ask = (path: string) =>
      tab.evaluate(
        (address) =>
          fetch(address).then(
            ({ status }) => status,
            () => 'no answer',
          ),
        path,
      );
    expect(await ask('/api/openapi.json')).toBe(200);
    await server.kill();
    expect(await ask('/api/openapi.json')).toBe('no answer');
    expect(await ask('/index.html')).toBe(200);
  }));

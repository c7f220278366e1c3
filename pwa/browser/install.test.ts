import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { matchPath } from '../src/routes/paths.ts';
import { onStage, readyOffline } from './harness/index.ts';

test('a browser finds nothing that keeps it from installing the app', () =>
  onStage(async ({ device }) => {
    const phone = await device({ screen: 'phone', hasDisk: true });
    const tab = await phone.openTab('/');
    await readyOffline(tab);
    const tools = await phone.context.newCDPSession(tab);
    const { errors, data = '' } = await tools.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    expect((await tools.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([]);
    const { shortcuts, icons, screenshots } = JSON.parse(data) as { [Part in 'icons' | 'screenshots']: Sized[] } & {
      shortcuts: { url: string }[];
    };
    expect(shortcuts.map(({ url }) => matchPath(url)?.name)).toEqual(['newPosition', 'today', 'days']);
    const pictures = [...icons, ...screenshots];
    expect(await Promise.all(pictures.map(({ src }) => sizeOf(tab, src)))).toEqual(pictures.map(({ sizes }) => sizes));
  }));

interface Sized {
  readonly src: string;
  readonly sizes: string;
}

const sizeOf = (tab: Page, address: string): Promise<string> =>
  tab.evaluate(async (src) => {
    const picture = new Image();
    picture.src = src;
    await picture.decode();
    return `${picture.naturalWidth}x${picture.naturalHeight}`;
  }, address);

test('what another app shares is kept before there is a page for it, without a network', () =>
  onStage(async ({ server, device }) => {
    const phone = await device({ screen: 'phone' });
    const tab = await phone.openTab('/');
    await readyOffline(tab);
    await server.kill();
    // As the system does it: a form, posted.
    await tab.evaluate(() => {
      const form = document.createElement('form');
      Object.assign(form, { action: '/share', method: 'post', enctype: 'multipart/form-data' });
      const text = Object.assign(document.createElement('input'), { name: 'text', value: 'Entry, five minutes' });
      const files = Object.assign(document.createElement('input'), { type: 'file', name: 'files', multiple: true });
      const chosen = new DataTransfer();
      for (const name of ['Übersicht 1.png', 'two.png']) chosen.items.add(new File([name], name, { type: 'image/png' }));
      files.files = chosen.files;
      form.append(text, files);
      document.body.append(form);
      form.submit();
    });
    await tab.waitForURL('**/share');
    const kept = await tab.evaluate(async () => {
      const place = await caches.open('shared');
      return Promise.all(
        (await place.matchAll()).map(async (one) => [decodeURIComponent(one.headers.get('x-name') ?? ''), await one.text()]),
      );
    });
    expect(kept).toEqual([
      ['', JSON.stringify({ title: '', text: 'Entry, five minutes', url: '' })],
      ['Übersicht 1.png', 'Übersicht 1.png'],
      ['two.png', 'two.png'],
    ]);
  }));

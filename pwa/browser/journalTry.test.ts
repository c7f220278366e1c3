import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { onStage, theApp } from './harness/index.ts';

async function bookOf(page: Page, attached: boolean) {
  await theApp(page);
  await page.waitForTimeout(500);
  await page.evaluate(async (isAttached) => {
    const me = isAttached ? await (await fetch('/api/identity/me')).json() : undefined;
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open('taffrail-books');
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    await new Promise<void>((resolve) => {
      const change = db.transaction('book', 'readwrite');
      change
        .objectStore('book')
        .put({ id: crypto.randomUUID(), name: 'Book', made_at: new Date().toISOString(), workspace_id: me ? me.workspaces[0].id : null });
      change.oncomplete = () => resolve();
    });
    db.close();
  }, attached);
}

test('look', { timeout: 120_000 }, () =>
  onStage(async ({ server, device }) => {
    for (const theme of ['light', 'dark'] as const) {
      const desk = await device({ theme });
      const tab = await desk.openTab('/more');
      await bookOf(tab, true);
      await tab.goto(desk.origin + '/day/2026-11-20');
      await tab.locator('.ProseMirror').waitFor();
      await tab.waitForTimeout(1500);
      if (theme === 'light') await tab.screenshot({ path: '/tmp/shots/day-empty.png' });
      if (theme === 'light') {
        await tab.locator('.ProseMirror').click();
        await tab.getByRole('button', { name: 'Templates' }).click();
        await tab.getByRole('menuitem', { name: 'Insert Plan the day' }).click();
        await tab.keyboard.type('A hello');
        await tab.locator('li[data-check] input').nth(1).check();
        await tab.waitForTimeout(1500);
      }
      await tab.screenshot({ path: `/tmp/shots/day-${theme}.png` });
      const phone = await device({ screen: 'phone', theme });
      const small = await phone.openTab('/more');
      await bookOf(small, true);
      await small.goto(phone.origin + '/day/2026-11-20');
      await small.locator('.ProseMirror').waitFor();
      await small.waitForTimeout(2500);
      await small.screenshot({ path: `/tmp/shots/phone-${theme}.png` });
      await small.locator('.ProseMirror').click();
      await small.waitForTimeout(300);
      await small.screenshot({ path: `/tmp/shots/phone-focus-${theme}.png` });
      console.log(desk.problems, phone.problems);
    }
    console.log(server.output().slice(-2000));
  }),
);

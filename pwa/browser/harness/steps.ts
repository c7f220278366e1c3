import type { Page } from 'playwright-core';

/** The app is on the screen. */
export async function theApp(page: Page): Promise<void> {
  await page.locator('#app > *').first().waitFor();
}

/** The device has everything it needs to open the app by itself. */
export async function readyOffline(page: Page): Promise<void> {
  await theApp(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

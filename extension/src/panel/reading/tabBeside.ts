import { browser } from 'wxt/browser';

/** A page that lies beside the panel. Its address is known only where the trader has allowed it. */
export interface TabBeside {
  readonly id: number;
  readonly windowId: number;
  readonly url: string | undefined;
}

/** A panel stands beside the page of its window; one in a window of its own beside the page that was looked at last. */
export async function tabBeside(): Promise<TabBeside | undefined> {
  const here = await browser.tabs.query({ active: true, currentWindow: true });
  const elsewhere = await browser.tabs.query({ active: true, windowType: 'normal' });
  const tab = [...here, ...elsewhere].find(({ url }) => url?.startsWith(location.origin) !== true);
  return tab?.id === undefined ? undefined : { id: tab.id, windowId: tab.windowId, url: tab.url };
}

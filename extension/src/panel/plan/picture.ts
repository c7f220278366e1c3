import { browser } from 'wxt/browser';
import { tabBeside } from '../reading/tabBeside.ts';

/** What can be seen of the page beside the panel, as an address of data; undefined where the browser does not let it be taken. */
export async function takePicture(): Promise<string | undefined> {
  const tab = await tabBeside();
  return tab && browser.tabs.captureVisibleTab(tab.windowId, { format: 'png' }).catch(() => undefined);
}

import { browser } from 'wxt/browser';

/** Firefox has a sidebar where Chrome has a side panel. */
interface Sidebar {
  open(): Promise<void>;
}

const { sidebarAction: sidebar } = browser as unknown as { readonly sidebarAction?: Sidebar };

/** Browsers open it only while a click or a key is being answered, so nothing may be awaited before. */
export function openPanel(windowId: number): Promise<void> {
  return sidebar === undefined ? browser.sidePanel.open({ windowId }) : sidebar.open();
}

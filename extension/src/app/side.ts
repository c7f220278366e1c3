import { browser } from 'wxt/browser';

/** Firefox has a sidebar where Chrome has a side panel. */
interface Sidebar {
  open(): Promise<void>;
  toggle(): Promise<void>;
}

const { sidebarAction: sidebar } = browser as unknown as { readonly sidebarAction?: Sidebar };

/** Browsers open it only while a click or a key is being answered, so nothing may be awaited before. */
export function openPanel(windowId: number): Promise<void> {
  return sidebar === undefined ? browser.sidePanel.open({ windowId }) : sidebar.open();
}

/** Whether a click on the icon opens the panel, or else the glance. */
export async function panelOpensByIcon(isPanel: boolean): Promise<void> {
  await browser.action.setPopup({ popup: isPanel ? '' : 'popup.html' });
  if (sidebar === undefined) await browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: isPanel });
}

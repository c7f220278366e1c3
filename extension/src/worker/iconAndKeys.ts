import { browser } from 'wxt/browser';
import { followKept, openPanel, type Called } from '../app/index.ts';

/** What the icon and the keys of the extension do. */
export function listenToIconAndKeys(): void {
  followKept('icon', (icon) => void browser.action.setPopup({ popup: icon === 'glance' ? 'popup.html' : '' }));
  // A click lets the page it is made on be looked at, which Chrome grants only where the panel does not open by itself.
  browser.action.onClicked.addListener((tab) => {
    void openPanel(tab.windowId);
    call({ kind: 'look_again' });
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'arm-plan') return call({ kind: 'arm_plan' });
    if (tab !== undefined) void openPanel(tab.windowId);
    return call({ kind: 'look_again' });
  });
}

/** Where no panel is open there is nobody to hear it. */
function call(called: Called): void {
  browser.runtime.sendMessage(called).catch(() => undefined);
}

import { browser } from 'wxt/browser';
import { followKept, openPanel, panelOpensByIcon, type Told } from '../app/index.ts';

/** What the icon and the keys of the extension do. */
export function listenToIconAndKeys(): void {
  followKept('icon', (icon = 'panel') => void panelOpensByIcon(icon === 'panel'));
  // Chrome opens its panel by itself.
  browser.action.onClicked.addListener((tab) => void openPanel(tab.windowId));
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-panel' && tab !== undefined) void openPanel(tab.windowId);
    // Where no panel is open there is no plan to arm, and nobody to hear it.
    if (command === 'arm-plan') browser.runtime.sendMessage({ kind: 'arm_plan' } satisfies Told).catch(() => undefined);
  });
}

import { build } from 'wxt';
import { setup as setUpApp } from '../../../pwa/browser/harness/globalSetup.ts';
import { EXTENSION } from '../../build/folders.ts';
import { allowHere } from './allowed.ts';
import { FIREFOX } from './firefox.ts';

/** Before the first scene: the app and the extension as their sources are now, and a browser to run them. */
export async function setup(): Promise<void> {
  await setUpApp();
  await build({ root: EXTENSION, browser: 'chrome', manifestVersion: 3 });
  if (FIREFOX !== undefined) await build({ root: EXTENSION, browser: 'firefox', manifestVersion: 3 });
  allowHere();
}

import { zip } from 'wxt';
import { EXTENSION, type Target } from './folders.ts';

/** `npm run extension`: the folders to install unpacked, and what the stores are given. */
const targets: readonly Target[] = ['chrome', 'firefox'];
for (const browser of targets) {
  const files = await zip({ root: EXTENSION, browser, manifestVersion: 3 });
  for (const file of files) console.log(file);
}

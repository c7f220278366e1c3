import { buildIfStale } from '../../build/buildIfStale.ts';
import { findChromium } from './chromium.ts';

/** Before the first browser test: the app as its sources are now, and a browser to run it. */
export async function setup(): Promise<void> {
  findChromium();
  await buildIfStale();
}

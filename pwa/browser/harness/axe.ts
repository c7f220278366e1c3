import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** What keeps somebody from using what is on the screen, as axe sees it: nothing, where all is well. */
export async function barriersOn(page: Page): Promise<string[]> {
  // What moves is judged where it comes to rest.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(axe);
  // What passes is not described: that takes as long as the looking.
  const { violations } = await page.evaluate<Pick<AxeResults, 'violations'>>("axe.run({ reporter: 'no-passes' })");
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id} (${help}) at ${target.join(' ')}`));
}

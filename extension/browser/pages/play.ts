import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** What a trader does on the page of a broker, and what is to be read then: `fixtures/<broker>/readings.json`. */
export const playOf = (id: string): Play =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures', id, 'readings.json'), 'utf8')) as Play;

type Deed =
  | readonly ['click', selector: string]
  | readonly ['fill' | 'select', selector: string, text: string]
  | readonly ['event', name: string];

interface Step {
  readonly do: readonly Deed[];
  readonly nothing?: string;
  readonly reads?: { readonly [name: string]: string };
  readonly check?: readonly unknown[];
}

export interface Play {
  readonly address: string;
  readonly steps: readonly Step[];
}

export async function does(page: Page, [what, where, text = '']: Deed | readonly [string, string, string?]): Promise<void> {
  if (what === 'click') await page.click(where);
  else if (what === 'fill') await page.fill(where, text);
  else if (what === 'select') await page.selectOption(where, text);
  else await page.evaluate((name) => dispatchEvent(new Event(name)), where);
}

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

const isRead = (said: string | undefined): boolean => said !== undefined && !/^[?-]/.test(said);

/** What is done on a page until its ticket is whole, and what it says then. */
export function untilWhole({ steps }: Play) {
  const reads: { [name: string]: string } = {};
  const deeds: Deed[] = [];
  for (const step of steps) {
    deeds.push(...step.do);
    Object.assign(reads, step.reads);
    if (isRead(reads['symbol']) && isRead(reads['side']) && isRead(reads['quantity'])) break;
  }
  return { deeds, symbol: reads['symbol'] ?? '', side: reads['side'] ?? '', quantity: reads['quantity'] ?? '' };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { adapterFor, known } from '../src/brokers/index.ts';
import { onPage } from './pages/onPage.ts';
import { watchTicketIn } from './pages/ticket.ts';

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

interface Play {
  readonly address: string;
  readonly steps: readonly Step[];
}

async function does(page: Page, [what, where, text = '']: Deed | readonly [string, string, string?]): Promise<void> {
  if (what === 'click') await page.click(where);
  else if (what === 'fill') await page.fill(where, text);
  else if (what === 'select') await page.selectOption(where, text);
  else await page.evaluate((name) => dispatchEvent(new Event(name)), where);
}

describe.each(known)('the ticket of $name', ({ id }) => {
  const play = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures', id, 'readings.json'), 'utf8')) as Play;

  test('is read as it changes', () =>
    onPage({ file: `${id}/ticket.html`, address: play.address }, async (scene) => {
      const adapter = adapterFor(play.address, [], known);
      expect(adapter?.id).toBe(id);
      const ticket = await watchTicketIn(scene, adapter!);
      for (const step of play.steps) {
        for (const deed of step.do) await does(scene.page, deed);
        const reads = step.nothing === undefined ? step.reads : { nothing: step.nothing };
        const seen = async () => ({ reads: await ticket.reads(), check: await ticket.contradictions() });
        await expect.poll(seen, { message: JSON.stringify(step) }).toMatchObject({ reads, ...(step.check && { check: step.check }) });
      }
    }));
});

import { expect, test } from 'vitest';
import { onStage } from './harness/index.ts';

test('the app opens at any of its places, and asks nobody but its server', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const asked = new Set<string>();
    desk.context.on('request', (request) => asked.add(new URL(request.url()).origin));
    const page = await desk.openTab('/positions');
    await page.locator('#app > *').first().waitFor();
    expect([...asked]).toEqual([desk.origin]);
  }));

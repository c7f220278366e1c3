import { describe, expect, test } from 'vitest';
import { adapterFor, known } from '../src/brokers/index.ts';
import { onPage } from './pages/onPage.ts';
import { does, playOf } from './pages/play.ts';
import { watchTicketIn } from './pages/ticket.ts';

describe.each(known)('the ticket of $name', ({ id }) => {
  const play = playOf(id);

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

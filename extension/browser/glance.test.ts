import { expect, test } from 'vitest';
import { barriersOn } from '../../pwa/browser/harness/index.ts';
import { atTheDesk } from './harness/desk.ts';
import { beginsHere } from './harness/ground.ts';

test('the glance says what may be done, and takes a trade in a line', () =>
  atTheDesk(async (desk) => {
    const panel = await desk.openPanel();
    await beginsHere(panel);

    const glance = await desk.openGlance();
    await glance.getByRole('heading', { name: 'You may trade' }).waitFor();
    expect(await barriersOn(glance)).toEqual([]);
    await glance.getByLabel('A trade in a line').fill('+5 F');
    await glance.getByRole('button', { name: 'Plan it' }).click();
    await glance.getByText('F is planned.').waitFor();
    await panel.getByRole('region', { name: 'Planned, not filled yet' }).getByText('buy 5').waitFor();
  }));

import { expect, test } from 'vitest';
import { barriersOn, newId, tell } from '../../pwa/browser/harness/index.ts';
import { atTheDesk, pairs } from './harness/desk.ts';
import { hasRules, positionsOf } from './harness/ground.ts';

test('what became of a plan is said beside the broker: filled in part, not traded, or for the app to say', () =>
  atTheDesk(async (desk, { server }) => {
    const account = await hasRules(server);
    const plans = (symbol: string, legs: readonly object[]): Promise<void> =>
      tell(server, { type: 'CreatePosition', aggregate_id: newId(), payload: { account_id: account, symbol, legs } });
    await plans('SPX', [option('5000', '1'), option('5010', '-1')]);
    await plans('TSLA', [{ id: newId(), instrument_type: 'stock', quantity: '10' }]);
    await plans('AAPL', [{ id: newId(), instrument_type: 'stock', quantity: '-50' }]);
    const panel = await desk.openPanel();
    await pairs(desk, panel);
    await panel.getByRole('link', { name: '3 planned' }).click();
    const waiting = panel.getByRole('region', { name: 'Planned, not filled yet' });

    expect(await barriersOn(panel)).toEqual([]);
    // The latest is the one whose order was just sent.
    const filling = waiting.getByRole('form', { name: 'AAPL' });
    expect(await filling.getByLabel('How much').inputValue()).toBe('50');
    await filling.getByLabel('How much').fill('30');
    await filling.getByLabel('At what price').fill('190.5');
    await filling.getByRole('button', { name: 'Filled' }).click();
    await panel.getByText('The fill of AAPL is recorded.').waitFor();

    // The next one opens by itself.
    await waiting.getByRole('form', { name: 'TSLA' }).waitFor();
    await waiting.getByRole('button', { name: 'Not traded' }).click();
    const asking = panel.getByRole('dialog', { name: 'Give up the plan of TSLA?' });
    await asking.getByRole('button', { name: 'Give it up' }).click();
    await panel.getByText('The plan of TSLA is given up.').waitFor();

    await waiting.getByText('Each leg has a price of its own').waitFor();
    expect(await waiting.getByRole('button', { name: 'Filled' }).count()).toBe(0);
    await expect
      .poll(() => positionsOf(server))
      .toEqual(
        expect.arrayContaining([
          expect.objectContaining({ symbol: 'AAPL', status: 'open', legs: [expect.objectContaining({ held_quantity: '-30' })] }),
          expect.objectContaining({ symbol: 'TSLA', status: 'closed' }),
          expect.objectContaining({ symbol: 'SPX', status: 'planned' }),
        ]),
      );
  }));

const option = (strike: string, quantity: string) => ({
  id: newId(),
  instrument_type: 'option',
  expiry: '2030-12-20',
  strike,
  right: 'call',
  quantity,
});

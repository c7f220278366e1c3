import { expect, test } from 'vitest';
import { adapterFor, known } from '../src/brokers/index.ts';
import { atTheDesk, pairs } from './harness/desk.ts';
import { hasRules, positionsOf } from './harness/ground.ts';
import { does, playOf, untilWhole } from './pages/play.ts';

test('the ticket of each broker becomes a plan, once', () =>
  atTheDesk(async (desk, { server }) => {
    await hasRules(server);
    const panel = await desk.openPanel();
    await pairs(desk, panel);
    const armed: object[] = [];
    for (const { id } of known) {
      const play = playOf(id);
      const { deeds, symbol, side, quantity } = untilWhole(play);
      const broker = await desk.openBroker(`${id}/ticket.html`, play.address);
      await panel.getByText(`Ticket of ${adapterFor(play.address, [], known)?.name}`).waitFor();
      for (const deed of deeds) await does(broker, deed);
      const said = async () => (await panel.getByLabel('Quantity', { exact: true }).inputValue()).replaceAll(',', '');
      await expect.poll(said, { message: id }).toBe(quantity);
      await panel.getByRole('button', { name: /^(?:Arm the plan|Override)/ }).click();
      const asking = panel.getByRole('dialog', { name: 'Trade against the rules' });
      const planned = panel.getByText(`${symbol} is planned.`);
      await asking.or(planned).first().waitFor();
      if (await asking.isVisible()) {
        await asking.getByLabel('Why all the same').fill('Trying every broker');
        await asking.getByRole('button', { name: 'Override and save' }).click();
      }
      await planned.waitFor();
      armed.push(
        expect.objectContaining({ symbol, legs: [expect.objectContaining({ quantity: side === 'sell' ? `-${quantity}` : quantity })] }),
      );
    }
    await expect.poll(async () => (await positionsOf(server)).length).toBe(known.length);
    expect(await positionsOf(server)).toEqual(expect.arrayContaining(armed));
  }));

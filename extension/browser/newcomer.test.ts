import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { giveBook, opens } from '../../pwa/browser/harness/index.ts';
import { atTheDesk, pairs } from './harness/desk.ts';
import { fillsInTicket, hasPlaybook, hasRules, positionsOf } from './harness/ground.ts';
import { teaches } from './harness/teaching.ts';
import { does, playOf, untilWhole } from './pages/play.ts';

test('a new trader pairs, arms plans at two brokers, teaches a third page, goes over a limit there, and looks at all of it on the phone', () =>
  atTheDesk(async (desk, { server, device }) => {
    await hasRules(server);
    await hasPlaybook(server);
    const panel = await desk.openPanel();
    await pairs(desk, panel);

    const chart = await desk.openBroker('tradingview/ticket.html', 'https://www.tradingview.com/chart/abc/');
    await chart.click('#open-panel');
    await fillsInTicket(chart, '50');
    await panel.getByText('Not checked yet').waitFor();
    await answersWell(panel);
    await panel.getByText('Within your rules').waitFor();
    await panel.getByRole('button', { name: 'Arm the plan' }).click();
    await panel.getByText('AAPL is planned.').waitFor();

    const play = playOf('schwab');
    const { deeds, symbol } = untilWhole(play);
    const broker = await desk.openBroker('schwab/ticket.html', play.address);
    for (const deed of deeds) await does(broker, deed);
    await expect.poll(() => panel.getByLabel('Symbol', { exact: true }).inputValue()).toBe(symbol);
    await answersWell(panel);
    await panel.getByRole('button', { name: 'Arm the plan' }).click();
    await panel.getByText(`${symbol} is planned.`).waitFor();

    const plain = await desk.openBroker('pages/plain.html', 'https://broker.example.com/handel');
    await teaches(panel, plain);
    await panel.getByRole('button', { name: 'Keep it' }).click();
    await plain.fill('.z9', '180');
    await panel.getByText('Against your rules').waitFor();
    await answersWell(panel);
    await panel.getByRole('button', { name: 'Override, and say why' }).click();
    const asking = panel.getByRole('dialog', { name: 'Trade against the rules' });
    await asking.getByLabel('Why all the same').fill('The size is hedged elsewhere');
    await asking.getByRole('button', { name: 'Override and save' }).click();
    await panel.getByText('SIE is planned.').waitFor();

    await expect
      .poll(async () => (await positionsOf(server)).map((each) => each.symbol).toSorted())
      .toEqual(['AAPL', 'SIE', symbol].toSorted());
    const phone = await device({ screen: 'phone' });
    await giveBook(phone.page, phone.origin, 'the server');
    for (const each of ['AAPL', symbol, 'SIE']) {
      await phone.page.goto(`${phone.origin}/positions`);
      await opens(phone.page, new RegExp(`^${each}`));
      await phone.page.getByText('Grade A').first().waitFor();
    }
    await phone.page.getByText('The size is hedged elsewhere').waitFor();
  }));

async function answersWell(panel: Page): Promise<void> {
  await panel.getByText('Price is stretched').click();
  await panel.getByText('Yes', { exact: true }).click();
  await panel.getByText('Grade A').first().waitFor();
}

import type { Page } from 'playwright-core';
import { atTheDesk, pairs, type Desk } from '../browser/harness/desk.ts';
import { fillsInTicket, hasPlaybook, hasRules } from '../browser/harness/ground.ts';
import type { Stage } from '../../pwa/browser/harness/index.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

interface Taken {
  readonly page: Buffer;
  readonly panel: Buffer;
}

type Scene = (page: Size, panel: Size) => Promise<Taken>;

/** A ticket with its checklist, and one that is over the cap. */
export const scenes: { readonly [name: string]: Scene } = {
  plan: beside('50', async (panel) => {
    await panel.getByText('Price is stretched').click();
    await panel.getByText('Yes', { exact: true }).click();
    await panel.getByText('Grade A').first().waitFor();
  }),
  over: beside('150', async (panel) => {
    await panel.getByRole('button', { name: 'Override, and say why' }).waitFor();
  }),
};

function beside(quantity: string, does: (panel: Page) => Promise<void>): Scene {
  return (pageSize, panelSize) =>
    atTheDesk(async (desk: Desk, { server }: Stage) => {
      await hasRules(server);
      await hasPlaybook(server);
      const panel = await desk.openPanel();
      await panel.setViewportSize(panelSize);
      await pairs(desk, panel);
      const broker = await desk.openBroker('tradingview/ticket.html', 'https://www.tradingview.com/chart/abc/');
      await broker.setViewportSize(pageSize);
      await broker.click('#open-panel');
      await fillsInTicket(broker, quantity);
      await does(panel);
      return { page: await broker.screenshot(), panel: await panel.screenshot({ animations: 'disabled', caret: 'hide' }) };
    });
}

import type { Page } from 'playwright-core';
import type { Stage } from '../../pwa/browser/harness/index.ts';
import { atTheDesk, pairs } from '../browser/harness/desk.ts';
import { hasPlaybook, hasRules } from '../browser/harness/ground.ts';
import { sample } from '../browser/pages/sample.ts';
import type { Adapter } from '../src/brokers/index.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

interface Taken {
  readonly page: Buffer;
  readonly panel: Buffer;
}

type Scene = (page: Size, panel: Size) => Promise<Taken>;

/** A ticket with its checklist, one that is over the cap, and what is asked once an order was sent. */
export const scenes: { readonly [name: string]: Scene } = {
  plan: beside('40', answers),
  over: beside('80', async (panel) => {
    await answers(panel);
    await panel.getByText('Against your rules').waitFor();
  }),
  planned: beside('40', async (panel) => {
    await answers(panel);
    await panel.getByRole('button', { name: 'Arm the plan' }).click();
    await panel.getByText('Once the order is filled').waitFor();
    await panel.getByRole('button', { name: 'Put away' }).click();
    await panel.getByRole('link', { name: '1 planned' }).click();
    await panel.getByLabel('At what price').fill('190.48');
  }),
};

async function answers(panel: Page): Promise<void> {
  await panel.getByText('Price is stretched').click();
  await panel.getByText('Yes', { exact: true }).click();
  await panel.getByText('Grade A').first().waitFor();
  await panel.evaluate(() => scrollTo(0, 0));
}

/** The broker of pictures/broker.html, which is nobody's. */
const broker: Adapter = {
  ...sample,
  name: 'broker.example.com',
  fields: {
    ...sample.fields,
    symbol: { read: [{ selector: '#symbol', from: 'text', within: 'page' }] },
    price: { read: [{ selector: '#price', from: 'value' }] },
    stop: { read: [{ selector: '#stop', from: 'value' }] },
    target: { read: [{ selector: '#target', from: 'value' }] },
  },
};

function beside(quantity: string, does: (panel: Page) => Promise<void>): Scene {
  return (pageSize, panelSize) =>
    atTheDesk(async (desk, { server }: Stage) => {
      await hasRules(server);
      await hasPlaybook(server);
      const panel = await desk.openPanel();
      await panel.setViewportSize(panelSize);
      await pairs(desk, panel);
      await desk.keeps({ adapters: [broker] });
      const page = await desk.openBroker('../pictures/broker.html', 'https://broker.example.com/trade');
      await page.setViewportSize(pageSize);
      await page.fill('#shares', quantity);
      await panel.getByText('Price is stretched').waitFor();
      await does(panel);
      return { page: await page.screenshot(), panel: await panel.screenshot({ animations: 'disabled', caret: 'hide' }) };
    });
}

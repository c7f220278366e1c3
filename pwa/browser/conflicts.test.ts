import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openClient, readEvents } from '../../sync-server/faults/client.ts';
import { giveBook, onStage, standing, type Device, type StageServer } from './harness/index.ts';

const id = (n: number): string => `00000000-0000-7000-8000-00000000000${n}`;
const POSITION = id(2);

/** An open position with a stop, as it came to the server a while ago. */
async function trade(server: StageServer): Promise<void> {
  const terms = { name: 'Main', broker: 'Paper', currency: 'USD', zone: 'America/New_York' };
  const fill = { fill_id: id(4), leg_id: id(3), price: '187.20', quantity: '100' };
  const legs = [{ id: id(3), instrument_type: 'stock', quantity: '100' }];
  const position = { account_id: id(1), symbol: 'AAPL', legs, fills: [fill], plan: { stop: '184', target: '195' } };
  const commands = [
    { command_id: id(5), type: 'OpenAccount', aggregate_id: id(1), payload: terms },
    { command_id: id(6), type: 'CreatePosition', aggregate_id: POSITION, payload: position },
  ];
  const client = openClient(server);
  const { body } = await client.post('/api/commands', { commands });
  client.close();
  expect((body as { answers: unknown[] }).answers).toMatchObject([{ outcome: 'accepted' }, { outcome: 'accepted' }]);
}

/** The stops the log has, in the order in which they came to it. */
async function stopsInLog(server: StageServer): Promise<readonly (string | null | undefined)[]> {
  const client = openClient(server);
  const events = await readEvents(client, 0);
  client.close();
  const adjusted = events.filter(({ type }) => type === 'PositionAdjusted');
  return adjusted.map(({ payload }) => (payload as { plan?: { stop?: string | null } | null }).plan?.stop);
}

async function atThePosition({ page, origin }: Device): Promise<void> {
  await giveBook(page, origin, 'the server');
  await page.goto(`${origin}/positions/${POSITION}`);
  await stopIs(page, '184');
}

async function movesStop(page: Page, price: string): Promise<void> {
  await page.getByRole('button', { name: 'Move stop', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Move stop' });
  await dialog.getByLabel('Stop').fill(price);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await stopIs(page, price);
}

const stopIs = (page: Page, price: string): Promise<void> => page.getByRole('row', { name: new RegExp(`^Stop ${price}\\b`) }).waitFor();

const isOnTheServer = (page: Page): Promise<void> => standing(page).filter({ hasText: 'On the server' }).waitFor({ state: 'attached' });

test.each([
  ['Leave it as it is', ['185']],
  ['Do mine again', ['185', '186']],
])('two moved one stop in a tunnel: “%s” holds on both devices and at the server', (choice, stops) =>
  onStage(async ({ server, device }) => {
    await trade(server);
    const first = await device({ screen: 'phone' });
    const second = await device();
    await atThePosition(first);
    await atThePosition(second);
    await first.goOffline();
    await second.goOffline();
    await movesStop(first.page, '185');
    await movesStop(second.page, '186');

    await first.goOnline();
    await isOnTheServer(first.page);
    await expect.poll(() => stopsInLog(server)).toEqual(['185']);
    await second.goOnline();
    await second.page.getByRole('link', { name: '1 decision for you' }).click();
    await second.page.getByRole('row', { name: 'Stop 186 185' }).waitFor();
    expect(await second.page.getByRole('table').getByRole('row').count()).toBe(2);
    await second.page.getByRole('button', { name: choice }).click();
    await second.page.getByText('Everything is on the server').waitFor();
    expect(await second.page.getByRole('link', { name: '1 decision for you' }).count()).toBe(0);

    await expect.poll(() => stopsInLog(server)).toEqual(stops);
    await second.page.goto(`${second.origin}/positions/${POSITION}`);
    for (const { page } of [first, second]) await stopIs(page, stops.at(-1) ?? '');
  }),
);

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { giveBook, onStage, readyOffline, type Device } from './harness/index.ts';

const DAY = '/day/2026-11-20';
const A_DAY_MS = 86_400_000;

/** The day's page, to write on. */
async function dayPageOn({ page, origin }: Device): Promise<Page> {
  await giveBook(page, origin, 'the server');
  await page.goto(origin + DAY);
  await text(page).click();
  return page;
}

const text = (page: Page) => page.getByRole('textbox', { name: /Nov\w* 20, 2026/ });
const reads = (page: Page, words: string): Promise<void> => text(page).getByText(words).waitFor();
const isSavedOn = (page: Page, where: 'this device' | 'the server'): Promise<void> => page.getByText(`Saved on ${where}`).waitFor();

test('a deep link shows what was written after the browser was started anew, with the server dead', () =>
  onStage(async ({ server, device }) => {
    const phone = await device({ screen: 'phone', hasDisk: true });
    const page = await dayPageOn(phone);
    await page.keyboard.type('Flat by noon.');
    await isSavedOn(page, 'the server');
    await readyOffline(page);
    await server.kill();
    await phone.crashAndRestart();
    await phone.page.goto(phone.origin + DAY);
    await reads(phone.page, 'Flat by noon.');
    await text(phone.page).click();
    await phone.page.keyboard.type('And out for lunch.');
    await isSavedOn(phone.page, 'this device');
    await server.start();
    await isSavedOn(phone.page, 'the server');
  }));

test.each([-A_DAY_MS, A_DAY_MS])('a clock that is %i ms off keeps nothing from the server', (clockAheadMs) =>
  onStage(async ({ device }) => {
    const desk = await device();
    const phone = await device({ screen: 'phone', clockAheadMs });
    const here = await dayPageOn(desk);
    const there = await dayPageOn(phone);
    await there.keyboard.type('Written yesterday or tomorrow.');
    await isSavedOn(there, 'the server');
    await reads(here, 'Written yesterday or tomorrow.');
  }),
);

test('a session that is ended elsewhere is told at once, and what is written then stays on the device', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const phone = await device({ screen: 'phone' });
    const page = await dayPageOn(phone);
    await page.keyboard.type('Before. ');
    await isSavedOn(page, 'the server');
    await desk.page.goto(`${desk.origin}/more`);
    const ended = await desk.page.evaluate(async () => {
      const { sessions } = (await (await fetch('/api/identity/sessions')).json()) as { sessions: { id: string; is_this_one: boolean }[] };
      const others = sessions.filter((session) => !session.is_this_one);
      return Promise.all(others.map(async ({ id }) => (await fetch(`/api/identity/sessions/${id}`, { method: 'DELETE' })).status));
    });
    expect(new Set(ended)).toEqual(new Set([204]));
    await page.getByText('Signed out').first().waitFor();
    await text(page).click();
    await page.keyboard.type('After.');
    await isSavedOn(page, 'this device');
    await page.reload();
    await reads(page, 'After.');
  }));

test('a device without room says so, and keeps what it had', () =>
  onStage(async ({ device }) => {
    const phone = await device({ screen: 'phone' });
    const page = await dayPageOn(phone);
    await page.keyboard.type('Kept.');
    await isSavedOn(page, 'the server');
    await phone.storageIs('full');
    await page.keyboard.type('x'.repeat(50));
    await page
      .getByText(/no room/)
      .first()
      .waitFor();
    await phone.storageIs('free');
    await page.reload();
    await reads(page, 'Kept.');
  }));

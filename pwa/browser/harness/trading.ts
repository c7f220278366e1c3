import type { Page } from 'playwright-core';
import { giveBook } from './book.ts';
import type { Device } from './device.ts';

export const dialogOn = (page: Page) => page.locator('dialog[open]');
export const lineOn = (page: Page) => page.getByLabel('The trade in one line');
export const linkOn = (page: Page, name: RegExp) => page.getByRole('link', { name }).first();

export const isClosed = (page: Page): Promise<void> => dialogOn(page).waitFor({ state: 'detached' });

/** A book with an account, and the list of its positions on the screen. */
export async function atTheList({ page, origin }: Device, of: 'the server' | 'this device' = 'this device'): Promise<void> {
  await giveBook(page, origin, of);
  await page.goto(`${origin}/positions/new`);
  await dialogOn(page).getByLabel('Name').waitFor();
  await page.keyboard.press('Enter');
  await lineOn(page).waitFor();
  await page.keyboard.press('Escape');
  await isClosed(page);
}

/** Writes a trade down by keys alone. Gives how many it took. */
export async function types(page: Page, line: string): Promise<number> {
  await page.keyboard.press('n');
  await lineOn(page).waitFor();
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
  await isClosed(page);
  return line.length + 2;
}

export async function opens(page: Page, name: RegExp): Promise<void> {
  await linkOn(page, name).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

export async function choosesFrom(page: Page, menu: RegExp, item: string): Promise<void> {
  await page.getByRole('button', { name: menu }).first().click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Takes back what was done last. */
export async function undoes(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).last().click();
}

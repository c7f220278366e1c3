import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { onStage } from './harness/index.ts';

/** The parts as they stand in the light theme; the dark ones beside them are the same. */
const parts = (page: Page): Locator => page.locator('[data-theme=light]').last();

const hasFocus = (locator: Locator) => expect.poll(() => locator.evaluate((element) => element === document.activeElement)).toBe(true);

test('a number is taken as it is typed, shown as it was understood, and what is none stays with its reason', () =>
  onStage(async ({ device }) => {
    const desk = await device({ language: 'de-DE' });
    const page = await desk.openTab('/parts');
    const field = parts(page).getByRole('textbox', { name: 'Risk' });
    await field.fill('1234,5');
    await field.blur();
    expect(await field.inputValue()).toBe('1.234,5');
    await field.fill('ein paar');
    await field.blur();
    expect(await field.inputValue()).toBe('ein paar');
    await parts(page).getByText('That is not a number. Write it like 1.234,5.').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await field.fill('');
    await field.blur();
    expect(await field.getAttribute('aria-invalid')).toBeNull();
  }));

describe('a symbol', () => {
  test('is chosen from suggestions by keyboard alone', () =>
    onStage(async ({ device }) => {
      const desk = await device();
      const page = await desk.openTab('/parts');
      const field = parts(page).getByRole('combobox', { name: 'Symbol' });
      await field.pressSequentially('am');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      expect(await parts(page).getByRole('listbox').getByRole('option', { selected: true }).innerText()).toContain('AMZN');
      await page.keyboard.press('Enter');
      expect(await field.inputValue()).toBe('AMZN');
      await hasFocus(field);
    }));

  test('that nobody suggested is as good', () =>
    onStage(async ({ device }) => {
      const desk = await device();
      const page = await desk.openTab('/parts');
      const field = parts(page).getByRole('combobox', { name: 'Symbol' });
      await field.pressSequentially('zz9');
      await field.blur();
      expect(await field.inputValue()).toBe('ZZ9');
    }));
});

test('tags are added by Enter, comma or leaving, once each, and taken away again', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const page = await desk.openTab('/parts');
    const field = parts(page).getByRole('combobox', { name: 'Tags' });
    const tags = field.locator('xpath=ancestor::div[@role="presentation"][1]').getByRole('listitem');
    await field.pressSequentially('gap,breakout,');
    await field.pressSequentially('late');
    await field.blur();
    await expect.poll(() => tags.allInnerTexts()).toEqual(['breakout', 'earnings', 'gap', 'late']);
    await parts(page).getByRole('button', { name: 'Remove gap' }).click();
    await hasFocus(field);
    await page.keyboard.press('Backspace');
    await expect.poll(() => tags.allInnerTexts()).toEqual(['breakout', 'earnings']);
  }));

test('a menu is walked with arrows and gives the focus back', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const page = await desk.openTab('/parts');
    const button = parts(page).getByRole('button', { name: 'More actions' });
    await button.focus();
    await page.keyboard.press('Enter');
    await hasFocus(parts(page).getByRole('menuitem', { name: 'Edit' }));
    await page.keyboard.press('ArrowDown');
    await hasFocus(parts(page).getByRole('menuitem', { name: 'Remove' }));
    await page.keyboard.press('Escape');
    await hasFocus(button);
    await button.click();
    await page.getByRole('heading', { level: 1 }).click();
    await parts(page).getByRole('menu').waitFor({ state: 'hidden' });
  }));

test('a dialog begins at its title, a sheet at its first field, and both end where they began', () =>
  onStage(async ({ device }) => {
    const phone = await device({ screen: 'phone' });
    const page = await phone.openTab('/parts');
    const openDialog = parts(page).getByRole('button', { name: 'Dialog' });
    await openDialog.click();
    await hasFocus(page.getByRole('heading', { name: 'Remove this device' }));
    await page.keyboard.press('Escape');
    await hasFocus(openDialog);
    const openSheet = parts(page).getByRole('button', { name: 'Sheet' });
    await openSheet.click();
    await hasFocus(page.getByRole('dialog').getByRole('textbox', { name: 'Name' }));
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await hasFocus(openSheet);
  }));

test('what was done is said with a way to take it back', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const page = await desk.openTab('/parts');
    await parts(page).getByRole('button', { name: 'Remove Account: Margin' }).click();
    const messages = page.getByRole('region', { name: 'Messages' });
    await messages.getByText('Filter removed.').waitFor();
    await messages.getByRole('button', { name: 'Undo' }).click();
    await messages.getByText('Filter is back.').waitFor();
    await messages.getByText('Filter removed.').waitFor({ state: 'detached' });
  }));

describe('a table of ten thousand rows', () => {
  test('draws what is in sight, and counts all of them', () =>
    onStage(async ({ device }) => {
      const desk = await device();
      const page = await desk.openTab('/parts');
      const table = parts(page).getByRole('table', { name: 'Table' });
      expect(await table.getAttribute('aria-rowcount')).toBe('10001');
      expect(await table.locator('[data-row]').count()).toBeLessThan(60);
      await table.locator('xpath=..').evaluate((element) => (element.scrollTop = element.scrollHeight));
      await table.locator('[aria-rowindex="10001"]').waitFor();
      expect(await table.locator('[data-row]').count()).toBeLessThan(60);
    }));

  test('is walked, marked and sorted by keyboard', () =>
    onStage(async ({ device }) => {
      const desk = await device();
      const page = await desk.openTab('/parts');
      const table = page.getByRole('table', { name: 'Table' }).first();
      await table.getByRole('link').first().focus();
      for (let n = 0; n < 30; n++) await page.keyboard.press('j');
      await hasFocus(table.locator('[aria-rowindex="32"] a'));
      await page.keyboard.press('x');
      expect(await table.locator('[aria-rowindex="32"]').getByRole('checkbox').isChecked()).toBe(true);
      await page.keyboard.press('k');
      await hasFocus(table.locator('[aria-rowindex="31"] a'));
      const net = table.getByRole('columnheader', { name: 'Net, USD' });
      await net.getByRole('button').click();
      expect(await net.getAttribute('aria-sort')).toBe('descending');
      await net.getByRole('button').click();
      expect(await net.getAttribute('aria-sort')).toBe('ascending');
    }));

  test('is a list of cards on a phone', () =>
    onStage(async ({ device }) => {
      const phone = await device({ screen: 'phone' });
      const page = await phone.openTab('/parts');
      const cards = parts(page).getByRole('list', { name: 'Table' });
      expect(await cards.getByRole('listitem').count()).toBeLessThan(60);
      expect((await cards.getByRole('link').first().boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }));
});

test('from right to left, or on a screen of 320 px, nothing is wider than the screen', () =>
  onStage(async ({ device }) => {
    const phone = await device({ screen: 'phone' });
    const page = await phone.openTab('/parts');
    await parts(page).getByRole('heading', { name: 'Frames' }).waitFor();
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflow()).toBe(0);
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    await page.getByText('Right to left').click();
    expect(await overflow()).toBe(0);
  }));

test('whoever asks for less motion sees nothing move, and a change of theme at once', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const page = await desk.openTab('/parts');
    await parts(page).getByRole('heading', { name: 'Frames' }).waitFor();
    const moving = () => page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);
    await expect.poll(moving).toBeGreaterThan(0);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await expect.poll(moving).toBe(0);
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    expect(await moving()).toBe(0);
  }));

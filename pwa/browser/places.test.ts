import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { atTheList, dialogOn, isClosed, onStage, opens, theApp, types } from './harness/index.ts';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test('a link is followed without a new document, and the heading of the page has the focus and names the window', () =>
  onStage(async ({ device }) => {
    const phone = await device({ screen: 'phone' });
    const page = await phone.openTab('/parts');
    await heading(page, 'Parts').waitFor();
    await page.evaluate(() => (document.documentElement.dataset['same'] = 'document'));
    await page.evaluate(() => document.body.append(Object.assign(document.createElement('a'), { href: '/more', textContent: 'go there' })));
    await page.getByText('go there').click();
    await expect.poll(() => heading(page, 'More').evaluate((h1) => h1 === document.activeElement)).toBe(true);
    expect(await page.title()).toBe('More · Taffrail');
    expect(await page.locator('html').getAttribute('data-same')).toBe('document');
    await page.goBack();
    await heading(page, 'Parts').waitFor();
    expect(await page.locator('html').getAttribute('data-same')).toBe('document');
  }));

test('whoever comes back finds the page and its lists where they were', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const page = await desk.openTab('/parts');
    const list = page.locator('[data-scroll="table light"]');
    await list.evaluate((element) => (element.scrollTop = 180_000));
    await page.getByText('AAPL').first().waitFor();
    await page.evaluate(() => scrollTo(0, 1500));
    const place = () => list.evaluate((element) => [Math.round(element.scrollTop), Math.round(scrollY)]);
    const before = await place();
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await expect.poll(() => page.url()).toContain('/settings');
    await page.goBack();
    await expect.poll(place).toEqual(before);
    await page.reload();
    await expect.poll(place).toEqual(before);
  }));

test('an address that leads nowhere says so, and leads back', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const page = await desk.openTab('/nowhere/at/all');
    await heading(page, 'There is no such page').waitFor();
    expect(await page.locator('main').innerText()).toContain('/nowhere/at/all');
    await page.getByRole('link', { name: 'Go to Today' }).click();
    await expect.poll(() => new URL(page.url()).pathname).not.toContain('nowhere');
  }));

test('the palette does what is typed, and the choice of a theme outlives the tab', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const page = await desk.openTab('/more');
    await heading(page, 'More').waitFor();
    await page.keyboard.press('Control+k');
    // At once, as whoever knows it by heart does.
    await page.keyboard.type('dark');
    await page.keyboard.press('Enter');
    await page.locator('html[data-theme=dark]').waitFor();
    await page.getByRole('combobox').waitFor({ state: 'detached' });
    const other = await desk.openTab('/more');
    await other.locator('html[data-theme=dark]').waitFor();
    await other.getByText('Light', { exact: true }).click();
    await page.locator('html[data-theme=light]').waitFor();
  }));

test('the palette says when nothing is called so, and Escape gives the focus back', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const page = await desk.openTab('/more');
    const opener = page.getByRole('button', { name: 'Search and do' }).first();
    await opener.click();
    await page.keyboard.type('zzz');
    await page.getByText('Nothing is called “zzz”.').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => opener.evaluate((button) => button === document.activeElement)).toBe(true);
  }));

test('? shows the keys, and keys are left to whoever is typing', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const page = await desk.openTab('/parts');
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('?');
    await page.keyboard.type('?g');
    expect(await keys.isVisible()).toBe(false);
    await heading(page, 'Parts').focus();
    await page.keyboard.press('?');
    await keys.waitFor();
    expect(await keys.innerText()).toContain('Next row');
    await page.keyboard.press('Escape');
    await keys.waitFor({ state: 'hidden' });
  }));

test('a page that cannot be loaded says so, and is loaded when there is a network again', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    await desk.context.route('**/assets/parts-*.js', (route) => route.abort());
    const page = await desk.openTab('/more');
    await theApp(page);
    await page.goto(`${desk.origin}/parts`);
    await page.getByText('This page could not be loaded').waitFor();
    await desk.context.unroute('**/assets/parts-*.js');
    await page.getByRole('button', { name: 'Open it again' }).click();
    await heading(page, 'Parts').waitFor();
  }));

test('Today of an app that was left open overnight is the next day', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const { page } = desk;
    await page.clock.install({ time: new Date('2026-03-10T15:00:00Z') });
    await atTheList(desk);
    await types(page, '+100 AAPL 20');
    await opens(page, /^AAPL/);
    await page.keyboard.press('c');
    await dialogOn(page).getByLabel('Price').fill('21');
    await page.keyboard.press('Enter');
    await isClosed(page);
    await page.goto(desk.origin);
    await page.getByText('Closed today · 1 trade').waitFor();
    await page.getByText('Tuesday, March 10, 2026').waitFor();
    await page.clock.fastForward('24:00:00');
    await page.getByText('Wednesday, March 11, 2026').waitFor();
    await page.getByText('Nothing yet').waitFor();
  }));

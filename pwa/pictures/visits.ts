import type { Locator, Page } from 'playwright-core';

/** A day as somebody leaves it at noon, under the headings of its template. */
const EXPECTED = 'A third day inside the same range. No hurry.';
const TRADED = [
  'One trade at the open, stopped out. One a day is what I am allowed, so hands off until tomorrow.',
  'HULL: the stop stays where the plan put it.',
];
const CHECKS_DONE = 3;

const NOTES = [
  'Weekly: above the base since Thursday, on a third more volume than usual.',
  'Add only on a close above 49. Under 46.20 the idea is wrong before the stop says so.',
];

export async function opensToday(page: Page): Promise<void> {
  await preparesTheDay(page);
  await goesTo(page, 'Today');
  await page.getByRole('checkbox').first().waitFor();
}

export async function opensDayPage(page: Page): Promise<void> {
  const text = await preparesTheDay(page);
  const [expected, traded] = [text.locator('> p').first(), text.locator('> p').last()];
  await traded.click();
  await writes(text, TRADED);
  await expected.click();
  await writes(text, [EXPECTED]);
  await putsDown(page);
}

export async function opensPositions(page: Page): Promise<void> {
  await goesTo(page, 'Positions');
  await page.getByRole('row').nth(10).waitFor();
}

export async function opensPosition(page: Page): Promise<void> {
  await page.getByRole('list', { name: 'Open positions' }).getByRole('link', { name: 'ARBR' }).click();
  const notes = page.getByRole('textbox', { name: 'Notes' });
  await notes.click();
  await writes(notes, NOTES);
  await putsDown(page);
  await page.evaluate(() => scrollTo(0, 0));
}

const goesTo = (page: Page, place: string): Promise<void> => page.getByRole('link', { name: place, exact: true }).first().click();

/** Begins the page of the day from a template, and does the first of its checks. */
async function preparesTheDay(page: Page): Promise<Locator> {
  await page.getByRole('link', { name: 'Open', exact: true }).click();
  await page.getByRole('button', { name: 'Templates' }).click();
  await page.getByRole('menuitem', { name: 'Plan the day' }).click();
  const text = page.locator('[contenteditable=true]');
  for (let n = 0; n < CHECKS_DONE; n += 1) await text.getByRole('checkbox').nth(n).check();
  await putsDown(page);
  return text;
}

async function writes(text: Locator, [first = '', ...others]: readonly string[]): Promise<void> {
  await text.pressSequentially(first);
  for (const line of others) {
    await text.press('Enter');
    await text.pressSequentially(line);
  }
}

/** Whoever writes on a phone has the tools for it above the keyboard; what is written is saved, and both are put away. */
async function putsDown(page: Page): Promise<void> {
  await page.getByText('Saved on this device').first().waitFor();
  await page.locator(':focus').evaluate((focused) => (focused as HTMLElement).blur());
}

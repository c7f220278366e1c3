import type { Page } from 'playwright-core';

/** Teaches the panel the ticket of pages/plain.html, as somebody who does what the panel asks for, until all of what counts is known. */
export async function teaches(panel: Page, broker: Page): Promise<void> {
  await panel.getByText('Nobody has taught the panel to read broker.example.com').waitFor();
  await panel.getByRole('button', { name: 'Teach it this page' }).click();
  for (const [asked, where] of lessons) {
    await panel.getByRole('status').getByText(asked).waitFor();
    const box = await broker.locator(where).boundingBox();
    if (box === null) throw new Error(`There is nothing to be seen at ${where}.`);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await broker.mouse.move(x, y);
    await broker.mouse.click(x, y);
  }
  await panel.getByRole('status').getByText('Click the target').waitFor();
}

const lessons = [
  ['Point at the ticket', '.row >> nth=0'],
  ['Click what says which symbol', 'h2 span'],
  ['Click what says buy or sell', 'label >> nth=0'],
  ['Now click the other one', 'label >> nth=1'],
  ['Click the quantity', '.amount-k3j2'],
  ['Click the price', '#kurs'],
  ['Click the stop', '.z9'],
] as const;

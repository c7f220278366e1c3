import type { Page } from 'playwright-core';
import type { Device } from './device.ts';

export const OWNER = { name: 'Owner', password: 'four words in a row' } as const;
export const VIEWER = { name: 'Viewer', password: 'as many words again' } as const;

type Person = typeof OWNER | typeof VIEWER;

/** The link that a server nobody has claimed prints for whoever started it, on the wire of a device. */
export function setupLink(output: string, origin: string): string {
  const [, secret] = /"link":"[^"#]+#([\w-]+)"/.exec(output) ?? [];
  if (secret === undefined) throw new Error(`the server printed no link:\n${output}`);
  return `${origin}/setup#${secret}`;
}

export async function claims(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await fillsIn(page, OWNER);
  await page.getByRole('button', { name: 'Claim it' }).click();
}

export async function signsIn(page: Page, origin: string, person: Person): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await fillsIn(page, person);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

export async function fillsIn(page: Page, { name, password }: Person): Promise<void> {
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByLabel('Password').fill(password);
}

/** Lets somebody in who may look, and leaves them at what they see first. */
export async function invites(desk: Device, other: Pick<Device, 'page' | 'origin'>): Promise<void> {
  await desk.page.goto(`${desk.origin}/settings/people`);
  await desk.page.getByRole('button', { name: 'Invite' }).click();
  await desk.page.getByRole('button', { name: 'Make the link' }).click();
  const link = await desk.page.getByRole('dialog', { name: 'Invitation' }).locator('pre').textContent();
  await other.page.goto(`${other.origin}/invitation#${link?.split('#')[1]}`);
  await fillsIn(other.page, VIEWER);
  await other.page.getByRole('button', { name: 'Join' }).click();
}

/** Whoever is asked again who they are. */
export async function proves(page: Page, { password }: Person): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Is it still you?' });
  await dialog.getByLabel('Password').fill(password);
  await dialog.getByRole('button', { name: 'Go on' }).click();
}

export async function opensFirstAccount(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Your first account' }).waitFor();
  await page.getByRole('button', { name: 'Open the account' }).click();
  await page.getByRole('heading', { name: 'What you keep to' }).waitFor();
  await page.getByRole('button', { name: 'Later' }).click();
  await page.getByRole('heading', { name: 'What you keep to' }).waitFor({ state: 'detached' });
}

/** What the standing at the top says. */
export const standing = (page: Page) => page.getByRole('banner').getByRole('status');

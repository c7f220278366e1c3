import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { barriersOn } from '../../pwa/browser/harness/index.ts';
import { atTheDesk, pairs } from './harness/desk.ts';
import { beginsHere } from './harness/ground.ts';
import { teaches } from './harness/teaching.ts';

test('a page nobody has heard of is taught beside it, and read from then on', () =>
  atTheDesk(async (desk) => {
    const panel = await desk.openPanel();
    await beginsHere(panel);
    const broker = await desk.openBroker('pages/plain.html', 'https://broker.example.com/handel');
    await teaches(panel, broker);
    expect(await barriersOn(panel)).toEqual([]);
    await panel.getByRole('button', { name: 'Keep it' }).click();
    await panel.getByText('Ticket of broker.example.com').waitFor();
    await expect.poll(() => panel.getByLabel('Symbol', { exact: true }).inputValue()).toBe('SIE');

    const options = await desk.openOptions();
    const saving = options.waitForEvent('download');
    await options.getByRole('button', { name: 'Save broker.example.com as a file' }).click();
    const file = readFileSync(await (await saving).path(), 'utf8');
    await options.getByRole('button', { name: 'Forget broker.example.com' }).click();
    await panel.getByText('Nobody has taught the panel to read broker.example.com').waitFor();

    const brings = (text: string): Promise<void> =>
      options
        .getByLabel('Bring an adapter')
        .setInputFiles({ name: 'adapter.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await brings(file.replace('"ticket": [', '"ticket": ["input[type=password]",'));
    await options.getByText('looks for what is secret').waitFor();
    await brings(file);
    await options.getByText('broker.example.com can be read now').waitFor();
    await expect.poll(() => panel.getByLabel('Symbol', { exact: true }).inputValue()).toBe('SIE');
  }));

test('a browser that is revoked says so, and its book can be taken off', () =>
  atTheDesk(async (desk) => {
    const panel = await desk.openPanel();
    await pairs(desk, panel);
    await panel.getByText('On the server').waitFor();
    const app = await desk.device.openTab('/settings/devices');
    await app.getByRole('button', { name: 'What to do with Panel in Chrome' }).click();
    await app.getByRole('menuitem', { name: 'Revoke' }).click();
    await app.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await panel.getByText('The server does not let this browser in any more.').waitFor();

    const options = await desk.openOptions();
    expect(await barriersOn(options)).toEqual([]);
    await options.getByRole('button', { name: 'Take the book off this browser' }).click();
    await options.getByRole('button', { name: 'Take it off' }).click();
    await panel.getByRole('heading', { name: 'Where is your book?' }).waitFor();
  }));

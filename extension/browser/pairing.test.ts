import { test } from 'vitest';
import { atTheDesk } from './harness/desk.ts';

test('a panel shows a code, is let in where it is typed, and has the book of the server', () =>
  atTheDesk(async (desk) => {
    const panel = await desk.openPanel();
    await panel.getByLabel('Address of your server').fill(desk.origin);
    await panel.getByRole('button', { name: 'Pair', exact: true }).click();
    const code = await panel.getByRole('status', { name: 'Let this browser in' }).textContent();

    await desk.page.goto(`${desk.origin}/pair`);
    await desk.page.getByLabel('Code on the device').fill(code ?? '');
    await desk.page.getByRole('button', { name: 'Look who it is' }).click();
    await desk.page.getByRole('button', { name: 'Let it in' }).click();
    await panel.getByText('On the server').waitFor();
  }));

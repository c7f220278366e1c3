import { test } from 'vitest';
import { atTheDesk, pairs } from './harness/desk.ts';

test('a panel shows a code, is let in where it is typed, and has the book of the server', () =>
  atTheDesk(async (desk) => {
    const panel = await desk.openPanel();
    await pairs(desk, panel);
    await panel.getByText('On the server').waitFor();
  }));

test('a panel that nobody paired has a book of its own, which comes along to a server later', () =>
  atTheDesk(async (desk) => {
    const panel = await desk.openPanel();
    await panel.getByRole('button', { name: 'Use in this browser only' }).click();
    await panel.getByLabel('Name of the account').fill('Main');
    await panel.getByRole('button', { name: 'Open the account' }).click();
    await panel.getByLabel('Symbol').fill('AAPL');
    await panel.getByText('In this browser only').waitFor();
  }));

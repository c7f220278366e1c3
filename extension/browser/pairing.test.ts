import { expect, test } from 'vitest';
import { atTheDesk, pairs } from './harness/desk.ts';
import { beginsHere, positionsOf } from './harness/ground.ts';

test('a panel shows a code, is let in where it is typed, and has the book of the server', () =>
  atTheDesk(async (desk) => {
    const panel = await desk.openPanel();
    await pairs(desk, panel);
    await panel.getByText('On the server').waitFor();
  }));

test('a panel that nobody paired has a book of its own, which comes along to a server later', () =>
  atTheDesk(async (desk, { server }) => {
    const panel = await desk.openPanel();
    await beginsHere(panel);
    await panel.getByText('In this browser only').waitFor();
    await panel.getByLabel('Symbol', { exact: true }).fill('AAPL');
    await panel.getByText('Buy', { exact: true }).click();
    await panel.getByLabel('Quantity', { exact: true }).fill('10');
    await panel.getByRole('button', { name: 'Arm the plan' }).click();
    await panel.getByText('AAPL is planned.').waitFor();

    await pairs(desk, await desk.openOptions());
    await panel.getByText('On the server').waitFor();
    await panel.getByRole('region', { name: 'Planned, not filled yet' }).getByText('AAPL').waitFor();
    await expect.poll(() => positionsOf(server)).toEqual([expect.objectContaining({ symbol: 'AAPL', status: 'planned' })]);
  }));

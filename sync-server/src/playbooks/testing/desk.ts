import type { Answered } from '../../http/testing/caller.ts';
import { deskOf, openDesk, stock, type Desk as TradersDesk } from '../../tradelog/testing/desk.ts';

/** A trader's desk with a plan and playbooks on it. */
export interface Desk extends TradersDesk {
  readonly positionId: string;
  publish(change?: object): Promise<Answered>;
}

export const DAY = '2025-02-05';

export const breakout = {
  name: 'Breakout',
  purpose: 'pre',
  schema: [
    { key: 'volume', label: 'Volume above its average', type: 'boolean', required: true, weight: '2' },
    { key: 'side', label: 'Side', type: 'select', validation: { options: ['long', 'short'] } },
    { key: 'stop', label: 'Stop, in percent', type: 'number', validation: { min: '0', max: '10' } },
    { key: 'thesis', label: 'Thesis', type: 'rich_text', weight: '0' },
  ],
};

export const desk = (): (() => Desk) => deskOf(openDeskWithPlan);

async function openDeskWithPlan(): Promise<Desk> {
  const opened = await openDesk();
  const position = await opened.post('/api/positions', stock(opened.accountId));
  return {
    ...opened,
    positionId: position.body.id as string,
    publish: (change = {}) => opened.post('/api/playbooks/templates', { ...breakout, ...change }),
  };
}

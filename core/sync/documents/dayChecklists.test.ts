import { expect, test } from 'vitest';
import { readDayChecklists, setDayChecklist } from './dayChecklists.ts';
import { openDocument, stateVectorOf, takeUpdate, updateSince } from './document.ts';
import { kindOf, type DocumentKind } from './kinds.ts';
import { setTick, ticksOf } from './ticks.ts';

const openDay = () => openDocument(kindOf('day/2026-11-20') as DocumentKind);
const playbook_id = '019a0000-0000-7000-8000-000000000001';

test('two devices watch different instruments, and both stay', () => {
  const [phone, desk] = [openDay(), openDay()];
  setDayChecklist(phone, 'phone', { playbook_id, symbol: 'SPX' }, true);
  setDayChecklist(desk, 'desk', { playbook_id, symbol: 'BRK B' }, true);
  takeUpdate(desk, updateSince(phone, stateVectorOf(desk)) as Uint8Array);
  expect(readDayChecklists(desk)).toEqual([
    { playbook_id, symbol: 'BRK B' },
    { playbook_id, symbol: 'SPX' },
  ]);
});

test('what was taken off is off, and the ticks of the page do not mix with it', () => {
  const day = openDay();
  setTick(day, 'desk', 'box', true);
  setDayChecklist(day, 'desk', { playbook_id, symbol: 'SPX' }, true);
  setDayChecklist(day, 'desk', { playbook_id, symbol: 'SPX' }, false);
  expect(readDayChecklists(day)).toEqual([]);
  expect([...ticksOf(day)]).toEqual([['box', true]]);
});

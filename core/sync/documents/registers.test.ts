import { expect, test } from 'vitest';
import { kindOf, openDocument, setTick, ticksOf, type DocumentKind } from '../index.ts';
import { readGroups, readRegisters, setRegisters, UNGROUPED } from './registers.ts';

const playbook = () => openDocument(kindOf('playbook/0194d7c0-0000-7000-8000-00000000000a') as DocumentKind);
const place = { part: 'form', group: UNGROUPED };

test('groups keep apart what goes by the same name', () => {
  const document = playbook();
  setRegisters(document, 'phone', place, { name: 'Breakout' });
  setRegisters(document, 'phone', { ...place, group: 'trend' }, { name: 'Trend' });
  expect(readRegisters(document, place)).toEqual(new Map([['name', 'Breakout']]));
  expect([...readGroups(document, 'form').keys()]).toEqual(['', 'trend']);
});

test.each([
  ['text', 'Breakout'],
  ['a value without its turn', { name: 'Breakout' }],
  ['a turn that is no count', { name: ['Breakout', 0.5] }],
  ['a turn beyond all counting', { name: ['Breakout', 2 ** 53] }],
  ['a value with values in it', { name: [{ deep: true }, 1] }],
  ['nothing', null],
])('an entry that is %s counts as an empty one, and takes no entry of others along', (_, entry) => {
  const document = playbook();
  document.content.getMap('form').set('stranger', entry);
  setRegisters(document, 'phone', place, { name: 'Pullback' });
  expect(readRegisters(document, place)).toEqual(new Map([['name', 'Pullback']]));
});

test('whoever claims the last turn there is takes nothing from what others say elsewhere', () => {
  const document = playbook();
  document.content.getMap('form').set('stranger', { name: ['theirs', 2 ** 40] });
  setRegisters(document, 'phone', place, { name: 'mine', purpose: 'pre' });
  setRegisters(document, 'phone', place, { name: 'mine again' });
  expect(readRegisters(document, place).get('purpose')).toBe('pre');
});

test('boxes ticked before there were registers are read as they were', () => {
  const document = openDocument(kindOf('day/2025-02-05') as DocumentKind);
  document.content.getMap('ticks').set('0194d7c0-0000-7000-8000-00000000000a', { plan: [true, 3], size: [false, 1], odd: ['yes', 1] });
  expect(ticksOf(document)).toEqual(
    new Map([
      ['plan', true],
      ['size', false],
    ]),
  );
  setTick(document, 'other', 'plan', false);
  expect(ticksOf(document).get('plan')).toBe(false);
});

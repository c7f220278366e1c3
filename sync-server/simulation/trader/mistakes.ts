import type { Json } from '@taffrail/domain/kernel';
import type { Wish } from '../device.ts';
import type { Desk } from './desk.ts';

type Mistake = (wish: Wish, last: Wish | undefined, desk: Desk) => Wish;

/** What people and broken scripts send that must be refused, or must at least do no harm. */
const mistakes: readonly Mistake[] = [
  // Made on a view that was out of date.
  (wish) => (wish.expected_version === undefined ? wish : { ...wish, expected_version: Math.max(1, wish.expected_version - 1) }),
  // A version where none is asked for, from nowhere.
  (wish) => ({ ...wish, expected_version: 40 }),
  ({ expected_version: _, ...wish }) => wish,
  (wish, _, { newId }) => ({ ...wish, aggregate_id: newId() }),
  (wish, _, desk) => ({ ...wish, occurred_at: `${desk.day(30)}T12:00:00.000Z` }),
  (wish) => ({ ...wish, type: 'MakeMoney' }),
  (wish) => ({ ...wish, payload: { ...fieldsOf(wish), favourite_colour: 'green' } }),
  (wish) => ({ ...wish, payload: { ...fieldsOf(wish), price: 'NaN', quantity: '0' } }),
  // The same thing said twice, as two commands.
  (wish, last) => last ?? wish,
  (wish, last, { newId }) => (last ? { ...last, command_id: newId(), aggregate_id: newId() } : wish),
];

export function mistaken(wish: Wish, last: Wish | undefined, desk: Desk): Wish {
  // The id of a command before, for another one: what a script does that counts from one at every start.
  if (last?.command_id && desk.random.chance(0.5)) return { ...wish, command_id: last.command_id };
  const made = desk.random.pick(mistakes)(wish, last, desk);
  return { ...made, command_id: desk.newId() };
}

const fieldsOf = ({ payload }: Wish): { readonly [field: string]: Json } => payload as { readonly [field: string]: Json };

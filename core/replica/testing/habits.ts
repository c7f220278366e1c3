import type { Position } from '@taffrail/domain/tradelog';
import fc from 'fast-check';
import type { Replica, Wish } from '../index.ts';
import { ACCOUNT, createPosition, openAccount, positionId, recordFill } from './desk.ts';

export interface Habit {
  readonly verb: 'open' | 'rename' | 'move_zone' | 'create' | 'fill' | 'tag' | 'void' | 'merge' | 'two_fills';
  readonly n: number;
  readonly other: number;
  readonly quantity: string;
}

const size = fc.integer({ min: 1, max: 3 });

export const habit: fc.Arbitrary<Habit> = fc.record({
  verb: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<Habit['verb']>('create', 'fill', 'fill', 'two_fills') },
    { weight: 2, arbitrary: fc.constantFrom<Habit['verb']>('tag', 'void', 'merge') },
    { weight: 1, arbitrary: fc.constantFrom<Habit['verb']>('open', 'rename', 'move_zone') },
  ),
  n: fc.nat(3),
  other: fc.nat(3),
  quantity: fc.tuple(size, fc.boolean()).map(([units, sells]) => String(sells ? -units : units)),
});

/** What somebody looking at this device would ask of it; much of it will be refused at one time or another. */
export async function wishesOf({ verb, n, other, quantity }: Habit, replica: Replica): Promise<readonly Wish[]> {
  const position = await replica.state<Position>('position', positionId(n));
  const account = await replica.state('account', ACCOUNT);
  const onPosition = { aggregate_id: positionId(n), expected_version: position?.version ?? 1 };
  const onAccount = { type: 'ChangeAccount', aggregate_id: ACCOUNT, expected_version: account?.version ?? 1 };
  const wishes: { readonly [Verb in Habit['verb']]: readonly Wish[] } = {
    open: [openAccount],
    rename: [{ ...onAccount, payload: { name: `Main ${n}` } }],
    move_zone: [{ ...onAccount, payload: { zone: n % 2 === 0 ? 'Asia/Tokyo' : 'America/New_York' } }],
    create: [createPosition(n)],
    fill: [recordFill(n, quantity)],
    two_fills: [recordFill(n, quantity), recordFill(other, quantity)],
    tag: [{ type: 'AdjustPosition', ...onPosition, payload: { tags: [`tag ${other}`] } }],
    void: [{ type: 'VoidFill', ...onPosition, payload: { fill_id: position?.state.fills[0]?.id ?? positionId(404), reason: 'Typo' } }],
    merge: [{ type: 'MergePositions', ...onPosition, payload: { from_position_id: positionId(other) } }],
  };
  return wishes[verb];
}

import fc from 'fast-check';
import { decimalText, instantFromMs, msOf } from '../../kernel/index.ts';
import type { Position } from '../position.ts';
import { ACCOUNT, type Book, bookWithAccount, fillOf, idOf, option, stock } from './book.ts';

const TWO_POSITIONS = [
  { id: idOf(10), shares: idOf(11), call: idOf(12) },
  { id: idOf(20), shares: idOf(21), call: idOf(22) },
];
const OPENED_MS = msOf('2026-03-09T14:30:00.000Z');

export const minute = fc.integer({ min: 0, max: 300 });
export const price = fc.integer({ min: 0, max: 20_000 }).map((cents) => decimalText({ coefficient: BigInt(cents), scale: 2 }));
const size = fc.integer({ min: 1, max: 5 });
export const quantity = fc.tuple(size, fc.boolean()).map(([units, sells]) => String(sells ? -units : units));

export const atMinute = (minutes: number) => ({ occurred_at: instantFromMs(OPENED_MS + minutes * 60_000) });

function bookWithTwoPositions(): Book {
  const book = bookWithAccount();
  for (const { id, shares, call } of TWO_POSITIONS) {
    const legs = [stock(shares, '3'), option(call, '100', 'call', '-2')];
    book.did('CreatePosition', id, { account_id: ACCOUNT, symbol: 'AAPL', legs, plan: { stop: '1', risk: '75' } });
  }
  return book;
}

export interface Step {
  readonly verb:
    | 'fill'
    | 'correct'
    | 'void'
    | 'attach'
    | 'detach'
    | 'split'
    | 'merge'
    | 'expire'
    | 'transfer_in'
    | 'transfer_out'
    | 'close';
  readonly on: number;
  readonly pick: number;
  readonly price: string;
  readonly quantity: string;
  readonly minute: number;
}

export const step: fc.Arbitrary<Step> = fc.record({
  verb: fc.oneof(
    { weight: 10, arbitrary: fc.constant('fill' as const) },
    { weight: 8, arbitrary: fc.constantFrom<Step['verb']>('correct', 'void', 'attach', 'detach', 'split', 'merge') },
    { weight: 3, arbitrary: fc.constantFrom<Step['verb']>('expire', 'transfer_in', 'transfer_out', 'close') },
  ),
  on: fc.nat(20),
  pick: fc.nat(20),
  price,
  quantity,
  minute,
});

/** Tries whatever comes; most of it is refused at one time or another, and that is part of the law. */
export function take(book: Book, { verb, on, pick, ...terms }: Step): void {
  const positions = [...book.states].flatMap(([key, { state }]) => (key.startsWith('position/') ? [state as Position] : []));
  const position = positions[on % positions.length]!;
  const other = positions[pick % positions.length]!;
  const leg_id = position.legs[pick % Math.max(1, position.legs.length)]?.id ?? idOf(404);
  const fill_id = position.fills[pick % Math.max(1, position.fills.length)]?.id ?? idOf(404);
  const fresh = fillOf(leg_id, terms.quantity, terms.price);
  const at = atMinute(terms.minute);
  const moved = { fill_id: fresh.fill_id, leg_id, quantity: terms.quantity.replace('-', '') };
  const closingFills = position.legs
    .map((leg) => ({ ...fillOf(leg.id, '1', terms.price) }))
    .map((fill) => ({ fill_id: fill.fill_id, leg_id: fill.leg_id, price: fill.price }));
  switch (verb) {
    case 'fill':
      return void book.ask('RecordFill', position.id, fresh, at);
    case 'correct':
      return void book.edit('CorrectFill', position.id, { fill_id, price: terms.price, quantity: terms.quantity, reason: 'typo' });
    case 'void':
      return void book.edit('VoidFill', position.id, { fill_id, reason: 'busted' });
    case 'attach':
      return void book.edit('AttachFills', position.id, {
        from_position_id: other.id,
        fill_ids: [other.fills[on % Math.max(1, other.fills.length)]?.id ?? idOf(404)],
        spare_leg_ids: [fresh.next_leg_id],
      });
    case 'detach':
      return void book.edit('DetachFills', position.id, {
        fill_ids: [fill_id],
        position_id: fresh.next_position_id,
        leg_ids: [fresh.next_leg_id],
      });
    case 'split':
      return void book.edit('SplitPosition', position.id, { leg_ids: [leg_id], position_id: fresh.next_position_id });
    case 'merge':
      return void book.edit('MergePositions', position.id, { from_position_id: other.id });
    case 'expire':
      return void book.ask(
        'SettleLeg',
        position.id,
        {
          how: 'assigned',
          leg_id,
          fill_id: fresh.fill_id,
          delivery: { into: 'stock', fill_id: fresh.next_fill_id, leg_id: fresh.next_leg_id },
        },
        at,
      );
    case 'transfer_in':
      return void book.ask('TransferIn', position.id, { ...moved, price: terms.price }, at);
    case 'transfer_out':
      return void book.ask('TransferOut', position.id, moved, at);
    case 'close':
      return void book.edit('ClosePosition', position.id, { fills: closingFills }, at);
  }
}

export const story = fc.array(step, { minLength: 1, maxLength: 40, size: 'large' });

export function told(steps: readonly Step[]): Book {
  const book = bookWithTwoPositions();
  for (const each of steps) take(book, each);
  return book;
}

export function positionsOf(book: Book): readonly Position[] {
  return [...book.states].flatMap(([key, { state }]) => (key.startsWith('position/') ? [state as Position] : []));
}

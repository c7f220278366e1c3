import { describe, expect, it } from 'vitest';
import { ACCOUNT, bookWithAccount, codeOf, fillOf, idOf, option, stock, type Book } from './testing/book.ts';

const [PLAN, OTHER, THIRD] = [idOf(10), idOf(20), idOf(30)] as const;
const [LEG, OTHER_LEG, SECOND_LEG] = [idOf(11), idOf(21), idOf(22)] as const;

const at = (time: string) => ({ occurred_at: `2026-03-09T${time}:00.000Z` });

function create(book: Book, id: string, legs: readonly object[], more = {}) {
  book.did('CreatePosition', id, { account_id: ACCOUNT, symbol: 'AAPL', legs, ...more });
}

/** A plan without fills, and a position that a statement brought. */
function planAndImport() {
  const book = bookWithAccount();
  create(book, PLAN, [stock(LEG)], { plan: { stop: '9' } });
  create(book, OTHER, [stock(OTHER_LEG)]);
  const fill = fillOf(OTHER_LEG, '100', '10', { fees: '1' });
  book.did('RecordFill', OTHER, fill, at('15:00'));
  return { book, fill_id: fill.fill_id };
}

describe('attaching fills', () => {
  it('opens the plan they belong to, and freezes its risk', () => {
    const { book, fill_id } = planAndImport();
    expect(book.edited('AttachFills', PLAN, { from_position_id: OTHER, fill_ids: [fill_id] })).toEqual([
      'FillDetached',
      'FillAttached',
      'InitialRiskFrozen',
    ]);
    expect(book.view(PLAN)).toMatchObject({ status: 'open', fills: [{ id: fill_id, leg_id: LEG }], initial_risk: { amount: '100' } });
    expect(book.position(OTHER)).toMatchObject({ status: 'planned', fills: [], opened_at: null });
  });

  it('adds the leg that is missing', () => {
    const { book, fill_id } = planAndImport();
    create(book, THIRD, [option(idOf(31), '10', 'call', '-1')]);
    const attach = (spare_leg_ids: readonly string[]) =>
      book.edit('AttachFills', THIRD, { from_position_id: OTHER, fill_ids: [fill_id], spare_leg_ids });
    expect(codeOf(attach([]))).toBe('leg_ids_missing');
    expect(codeOf(attach([idOf(32)]))).toBe('accepted');
    expect(book.view(THIRD).legs[1]).toMatchObject({ id: idOf(32), instrument_type: 'stock', quantity: '100', held_quantity: '100' });
  });

  it('takes along a leg that has nothing left, where others have', () => {
    const { book } = planAndImport();
    book.edited('AdjustPosition', OTHER, { add_legs: [stock(SECOND_LEG, '5', { symbol: 'MSFT' })] });
    const stray = fillOf(SECOND_LEG, '5', '400');
    book.did('RecordFill', OTHER, stray, at('15:10'));
    book.edited('AttachFills', PLAN, { from_position_id: OTHER, fill_ids: [stray.fill_id], spare_leg_ids: [idOf(40)] });
    expect(book.position(OTHER).legs.map((leg) => leg.id)).toEqual([OTHER_LEG]);
  });

  it('stays within one account, and between two positions', () => {
    const { book, fill_id } = planAndImport();
    const second = idOf(2);
    book.did('OpenAccount', second, { name: 'Second', broker: 'Any', currency: 'USD', zone: 'UTC' });
    create(book, THIRD, [stock(idOf(31))], { account_id: second });
    const attach = (to: string, from: string) => codeOf(book.edit('AttachFills', to, { from_position_id: from, fill_ids: [fill_id] }));
    expect(attach(THIRD, OTHER)).toBe('different_accounts');
    expect(attach(OTHER, OTHER)).toBe('same_position');
    expect(attach(PLAN, THIRD)).toBe('fill_not_in_position');
    expect(attach(PLAN, idOf(77))).toBe('not_found');
  });
});

describe('detaching fills', () => {
  it('makes them a trade of their own', () => {
    const { book, fill_id } = planAndImport();
    const extra = fillOf(OTHER_LEG, '7', '12');
    book.did('RecordFill', OTHER, extra, at('15:30'));
    book.edited('DetachFills', OTHER, { fill_ids: [extra.fill_id], position_id: THIRD, leg_ids: [idOf(31)] });
    expect(book.view(THIRD)).toMatchObject({
      status: 'open',
      split_from: OTHER,
      legs: [{ id: idOf(31), quantity: '7', held_quantity: '7' }],
    });
    expect(book.position(OTHER).fills.map((fill) => fill.id)).toEqual([fill_id]);
  });

  it('closes what is flat without them', () => {
    const { book } = planAndImport();
    const extra = fillOf(OTHER_LEG, '7', '12');
    book.did('RecordFill', OTHER, extra, at('15:30'));
    book.did('RecordFill', OTHER, fillOf(OTHER_LEG, '-100', '12'), at('15:40'));
    expect(book.edited('DetachFills', OTHER, { fill_ids: [extra.fill_id], position_id: THIRD, leg_ids: [idOf(31)] })).toContain(
      'PositionClosed',
    );
    expect(book.position(OTHER)).toMatchObject({ status: 'closed', closed_at: '2026-03-09T15:40:00.000Z' });
  });
});

describe('splitting a position', () => {
  it('takes legs out with everything that traded in them', () => {
    const { book } = planAndImport();
    book.edited('AdjustPosition', OTHER, { add_legs: [option(SECOND_LEG, '12', 'call', '-1')], tags: ['income'] });
    book.did('RecordFill', OTHER, fillOf(SECOND_LEG, '-1', '2'), at('15:10'));
    book.edited('SplitPosition', OTHER, { leg_ids: [SECOND_LEG], position_id: THIRD });
    expect(book.view(THIRD)).toMatchObject({ status: 'open', tags: ['income'], legs: [{ id: SECOND_LEG, held_quantity: '-1' }] });
    expect(book.view(OTHER)).toMatchObject({ status: 'open', legs: [{ id: OTHER_LEG, held_quantity: '100' }] });
  });

  it('leaves something behind', () => {
    const { book } = planAndImport();
    expect(codeOf(book.edit('SplitPosition', OTHER, { leg_ids: [OTHER_LEG], position_id: THIRD }))).toBe('split_takes_everything');
    expect(codeOf(book.edit('SplitPosition', OTHER, { leg_ids: [LEG], position_id: THIRD }))).toBe('leg_not_in_position');
  });
});

describe('merging positions', () => {
  it('makes one trade of two, and the other says where it went', () => {
    const { book } = planAndImport();
    create(book, THIRD, [stock(idOf(31), '50'), option(idOf(32), '12', 'call', '-1')]);
    book.did('RecordFill', THIRD, fillOf(idOf(31), '50', '11'), at('15:20'));
    book.did('RecordFill', THIRD, fillOf(idOf(32), '-1', '1'), at('15:20'));
    book.edited('MergePositions', OTHER, { from_position_id: THIRD });
    expect(book.view(OTHER).legs).toMatchObject([
      { id: OTHER_LEG, quantity: '150', held_quantity: '150' },
      { id: idOf(32), held_quantity: '-1' },
    ]);
    expect(book.position(THIRD)).toMatchObject({ status: 'closed', merged_into: OTHER, legs: [], fills: [] });
    expect(book.ask('RecordFill', THIRD, fillOf(idOf(31), '1', '1'))).toMatchObject({
      code: 'position_merged',
      details: { merged_into: OTHER },
    });
  });

  it('of a long and its cover closes the trade', () => {
    const { book } = planAndImport();
    create(book, THIRD, [stock(idOf(31), '-100')]);
    book.did('RecordFill', THIRD, fillOf(idOf(31), '-100', '12'), at('16:00'));
    expect(book.edited('MergePositions', OTHER, { from_position_id: THIRD })).toContain('PositionClosed');
    expect(book.view(OTHER)).toMatchObject({ status: 'closed', metadata: { realised_pnl: { gross: '200' } } });
  });

  it('is not done twice', () => {
    const { book } = planAndImport();
    book.edited('MergePositions', PLAN, { from_position_id: OTHER });
    expect(codeOf(book.edit('MergePositions', PLAN, { from_position_id: OTHER }))).toBe('position_merged');
    expect(codeOf(book.edit('MergePositions', PLAN, { from_position_id: PLAN }))).toBe('same_position');
  });
});

import { describe, expect, it } from 'vitest';
import { plannedRiskOf } from './risk.ts';
import { ACCOUNT, bookWithAccount, fillOf, idOf, option, stock } from './testing/book.ts';

const POSITION = idOf(10);
const LEG = idOf(11);
const SHORT = idOf(12);

function planned(plan: object | null, legs: readonly object[] = [stock(LEG)]) {
  const book = bookWithAccount();
  book.did('CreatePosition', POSITION, { account_id: ACCOUNT, symbol: 'AAPL', legs, plan });
  return book;
}

const at = (time: string) => ({ occurred_at: `2026-03-09T${time}:00.000Z` });

describe('initial risk', () => {
  it('is what the trader said, before anything that could be worked out', () => {
    const book = planned({ stop: '9', risk: '250' });
    expect(book.view(POSITION).initial_risk).toBeNull();
    expect(book.did('RecordFill', POSITION, fillOf(LEG, '100', '10'), at('15:00'))).toEqual(['FillRecorded', 'InitialRiskFrozen']);
    expect(book.view(POSITION).initial_risk).toEqual({ amount: '250', basis: 'stated', stop: '9' });
  });

  it('is the distance to the stop for the whole planned quantity, from the first fill', () => {
    const book = planned({ stop: '9' });
    book.did('RecordFill', POSITION, fillOf(LEG, '40', '10'), at('15:00'));
    book.did('RecordFill', POSITION, fillOf(LEG, '60', '10.5'), at('15:05'));
    expect(book.view(POSITION).initial_risk).toEqual({ amount: '100', basis: 'stop', stop: '9' });
  });

  it('is what a defined-risk structure can lose, once it stands complete', () => {
    const book = planned(null, [option(LEG, '100', 'call', '2'), option(SHORT, '110', 'call', '-2')]);
    book.did('RecordFill', POSITION, fillOf(LEG, '2', '4'), at('15:00'));
    book.did('RecordFill', POSITION, fillOf(SHORT, '-1', '1'), at('15:00'));
    expect(book.view(POSITION).initial_risk).toBeNull();
    book.did('RecordFill', POSITION, fillOf(SHORT, '-1', '1'), at('15:01'));
    expect(book.view(POSITION).initial_risk).toEqual({ amount: '600', basis: 'max_loss', stop: null });
  });

  it('is not made up for a trade that does not limit its loss', () => {
    const naked = planned(null, [option(LEG, '100', 'put', '-1')]);
    naked.did('RecordFill', POSITION, fillOf(LEG, '-1', '4'), at('15:00'));
    expect(naked.view(POSITION)).toMatchObject({
      initial_risk: null,
      metadata: { max_loss: '9600', notes: { r_multiple: 'initial risk is not known' } },
    });
    const shares = planned(null);
    shares.did('RecordFill', POSITION, fillOf(LEG, '100', '10'), at('15:00'));
    expect(shares.view(POSITION).initial_risk).toBeNull();
  });

  it('stays what it was when the stop is trailed', () => {
    const book = planned({ stop: '9' });
    book.did('RecordFill', POSITION, fillOf(LEG, '100', '10'), at('15:00'));
    expect(book.edited('AdjustPosition', POSITION, { plan: { stop: '10.5', risk: '1' } })).toEqual(['PositionAdjusted']);
    book.did('RecordFill', POSITION, fillOf(LEG, '-100', '13'), at('16:00'));
    expect(book.view(POSITION)).toMatchObject({ initial_risk: { amount: '100', stop: '9' }, metadata: { r_multiple: '3' } });
  });

  it('is worked out again from the same stop when the entry is corrected', () => {
    const book = planned({ stop: '9' });
    const entry = fillOf(LEG, '100', '10');
    book.did('RecordFill', POSITION, entry, at('15:00'));
    book.edited('AdjustPosition', POSITION, { plan: { stop: '9.9' } });
    const correction = { fill_id: entry.fill_id, price: '10.2', reason: 'typo' };
    expect(book.edited('CorrectFill', POSITION, correction)).toEqual(['FillCorrected', 'InitialRiskFrozen']);
    expect(book.facts.at(-1)?.payload).toMatchObject({ because: 'fill_corrected', stop: '9', amount: { minor: 12_000 } });
  });

  it('does not change when an exit is corrected', () => {
    const book = planned({ stop: '9' });
    book.did('RecordFill', POSITION, fillOf(LEG, '100', '10'), at('15:00'));
    const exit = fillOf(LEG, '-50', '12');
    book.did('RecordFill', POSITION, exit, at('16:00'));
    expect(book.edited('CorrectFill', POSITION, { fill_id: exit.fill_id, price: '11', reason: 'typo' })).toEqual(['FillCorrected']);
  });

  it('can be stated once afterwards where nothing was known at entry', () => {
    const book = planned(null);
    book.did('RecordFill', POSITION, fillOf(LEG, '100', '10'), at('15:00'));
    expect(book.edited('AdjustPosition', POSITION, { plan: { stop: '9' } })).toEqual(['PositionAdjusted']);
    expect(book.edited('AdjustPosition', POSITION, { plan: { risk: '80' } })).toEqual(['PositionAdjusted', 'InitialRiskFrozen']);
    expect(book.edited('AdjustPosition', POSITION, { plan: { risk: '70' } })).toEqual(['PositionAdjusted']);
    expect(book.view(POSITION).initial_risk).toMatchObject({ amount: '80', basis: 'stated_late' });
  });

  it('is frozen anew when the only entry turned out never to have happened', () => {
    const book = planned({ stop: '9' });
    const entry = fillOf(LEG, '100', '10');
    book.did('RecordFill', POSITION, entry, at('15:00'));
    book.edited('VoidFill', POSITION, { fill_id: entry.fill_id, reason: 'busted' });
    expect(book.view(POSITION).initial_risk).toBeNull();
    book.did('RecordFill', POSITION, fillOf(LEG, '100', '11'), at('15:10'));
    expect(book.view(POSITION).initial_risk?.amount).toBe('200');
  });

  it('of an option is in premium, times the multiplier', () => {
    const book = planned({ stop: '2' }, [option(LEG, '100', 'call', '3')]);
    book.did('RecordFill', POSITION, fillOf(LEG, '3', '4'), at('15:00'));
    expect(book.view(POSITION).initial_risk).toEqual({ amount: '600', basis: 'stop', stop: '2' });
  });

  const vertical = [option(LEG, '100', 'call', '2'), option(SHORT, '110', 'call', '-2')];

  it('leaves no trace of a correction that made a sure profit look like a loss', () => {
    const book = planned(null, vertical);
    const long = fillOf(LEG, '2', '1');
    book.did('RecordFill', POSITION, fillOf(SHORT, '-2', '1'), at('15:00'));
    book.did('RecordFill', POSITION, long, at('15:01'));
    expect(book.view(POSITION).initial_risk).toBeNull();
    book.edited('CorrectFill', POSITION, { fill_id: long.fill_id, price: '2', reason: 'typo' });
    expect(book.view(POSITION).initial_risk?.amount).toBe('200');
    expect(book.edited('CorrectFill', POSITION, { fill_id: long.fill_id, price: '1', reason: 'it was right' })).toContain(
      'InitialRiskReleased',
    );
    expect(book.view(POSITION).initial_risk).toBeNull();
  });

  it('rests on the same fills again when a wrong quantity is put right', () => {
    const book = planned(null, vertical);
    const short = fillOf(SHORT, '-2', '1');
    book.did('RecordFill', POSITION, fillOf(LEG, '2', '4'), at('15:00'));
    book.did('RecordFill', POSITION, short, at('15:01'));
    book.did('RecordFill', POSITION, fillOf(SHORT, '-1', '2'), at('15:02'));
    expect(book.view(POSITION).initial_risk?.amount).toBe('600');
    book.edited('CorrectFill', POSITION, { fill_id: short.fill_id, quantity: '-1', reason: 'typo' });
    expect(book.view(POSITION).initial_risk?.amount).toBe('500');
    book.edited('CorrectFill', POSITION, { fill_id: short.fill_id, quantity: '-2', reason: 'it was right' });
    expect(book.view(POSITION).initial_risk?.amount).toBe('600');
  });

  it('stands when legs it rests on are split off', () => {
    const book = planned(null, vertical);
    const long = fillOf(LEG, '2', '4');
    book.did('RecordFill', POSITION, long, at('15:00'));
    book.did('RecordFill', POSITION, fillOf(SHORT, '-2', '1'), at('15:01'));
    book.edited('SplitPosition', POSITION, { leg_ids: [SHORT], position_id: idOf(30) });
    book.edited('CorrectFill', POSITION, { fill_id: long.fill_id, price: '5', reason: 'typo' });
    expect(book.view(POSITION).initial_risk?.amount).toBe('600');
  });
});

describe('what a plan may lose', () => {
  const riskOf = (book: ReturnType<typeof planned>) => plannedRiskOf(book.position(POSITION));

  it('is what the trader said, or the way from its entry to its stop', () => {
    expect(riskOf(planned({ entry: '10', stop: '9', risk: '250' }))).toEqual({ currency: 'USD', minor: 25_000 });
    expect(riskOf(planned({ entry: '10', stop: '9' }))).toEqual({ currency: 'USD', minor: 10_000 });
    expect(riskOf(planned({ entry: '3', stop: '2' }, [option(LEG, '100', 'call', '-3')]))).toEqual({ currency: 'USD', minor: 30_000 });
  });

  it('is not made up where a plan does not say enough', () => {
    for (const plan of [null, { entry: '10' }, { stop: '9' }, { entry: '9', stop: '9' }]) expect(riskOf(planned(plan))).toBeUndefined();
    const vertical = [option(LEG, '100', 'call', '2'), option(SHORT, '110', 'call', '-2')];
    expect(riskOf(planned({ entry: '3', stop: '1' }, vertical))).toBeUndefined();
  });

  it('rests on the stop it was entered on, wherever that is trailed to', () => {
    const book = planned({ entry: '10', stop: '9' });
    book.did('RecordFill', POSITION, fillOf(LEG, '100', '10.2'), at('15:00'));
    book.edited('AdjustPosition', POSITION, { plan: { entry: '10', stop: '12' } });
    expect(riskOf(book)).toEqual({ currency: 'USD', minor: 10_000 });
  });
});

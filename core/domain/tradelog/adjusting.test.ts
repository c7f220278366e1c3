import { describe, expect, it } from 'vitest';
import { LONGEST_TAG, MOST_TAGS } from './limits.ts';
import { ACCOUNT, bookWithAccount, codeOf, fillOf, idOf, option, stock } from './testing/book.ts';

const POSITION = idOf(10);
const LEG = idOf(11);
const SECOND = idOf(12);

function planned(legs: readonly object[] = [stock(LEG)]) {
  const book = bookWithAccount();
  book.did('CreatePosition', POSITION, { account_id: ACCOUNT, symbol: 'APPL', legs });
  return book;
}

describe('adjusting a position', () => {
  it('corrects a symbol everywhere it was taken over', () => {
    const book = planned([stock(LEG), stock(SECOND, '1', { symbol: 'MSFT' })]);
    book.edited('AdjustPosition', POSITION, { symbol: 'AAPL' });
    expect(book.position(POSITION)).toMatchObject({ symbol: 'AAPL', underlying: 'AAPL', legs: [{ symbol: 'AAPL' }, { symbol: 'MSFT' }] });
  });

  it('corrects the terms of a leg and leaves the others the same objects', () => {
    const book = planned([stock(LEG), option(SECOND, '100', 'call', '1')]);
    const before = book.position(POSITION);
    book.edited('AdjustPosition', POSITION, { change_legs: [{ leg_id: SECOND, strike: '105' }] });
    const after = book.position(POSITION);
    expect(after.legs[1]).toMatchObject({ strike: '105', expiry: '2026-03-20', multiplier: '100' });
    expect(after.legs[0]).toBe(before.legs[0]);
  });

  it('takes the usual multiplier of what a leg turns out to be', () => {
    const book = planned();
    const terms = { instrument_type: 'option', expiry: '2026-03-20', strike: '100', right: 'put' };
    book.edited('AdjustPosition', POSITION, { change_legs: [{ leg_id: LEG, ...terms }] });
    expect(book.position(POSITION).legs[0]).toMatchObject({ instrument_type: 'option', multiplier: '100' });
  });

  it('does not correct terms into what the fills rule out', () => {
    const book = planned([option(LEG, '100', 'call', '1')]);
    book.did('RecordFill', POSITION, fillOf(LEG, '1', '2'));
    const change = { change_legs: [{ leg_id: LEG, expiry: '2026-03-06' }] };
    expect(codeOf(book.edit('AdjustPosition', POSITION, change))).toBe('fill_after_expiry');
  });

  it('removes only legs in which nothing traded, and never the last', () => {
    const book = planned([stock(LEG), option(SECOND, '100', 'call', '1')]);
    book.did('RecordFill', POSITION, fillOf(LEG, '1', '2'));
    expect(codeOf(book.edit('AdjustPosition', POSITION, { remove_legs: [LEG] }))).toBe('leg_has_fills');
    expect(book.edited('AdjustPosition', POSITION, { remove_legs: [SECOND] })).toEqual(['PositionAdjusted']);
    expect(codeOf(planned().edit('AdjustPosition', POSITION, { remove_legs: [LEG] }))).toBe('last_leg');
    expect(codeOf(planned().edit('AdjustPosition', POSITION, { remove_legs: [SECOND] }))).toBe('leg_not_in_position');
  });

  it('files it under tags and a campaign, and can take it out again', () => {
    const book = planned();
    book.edited('AdjustPosition', POSITION, { tags: [' earnings '], campaign_id: idOf(5) });
    expect(book.position(POSITION)).toMatchObject({ tags: ['earnings'], campaign_id: idOf(5) });
    book.edited('AdjustPosition', POSITION, { campaign_id: null });
    expect(book.position(POSITION)).toMatchObject({ tags: ['earnings'], campaign_id: null });
  });

  it.each([
    ['nothing', {}, 'nothing_to_change'],
    ['too many tags', { tags: Array.from({ length: MOST_TAGS + 1 }, (_, at) => `t${at}`) }, 'invalid_input'],
    ['a tag that is too long', { tags: ['x'.repeat(LONGEST_TAG + 1)] }, 'invalid_input'],
    ['the same tag twice', { tags: ['a', ' a'] }, 'invalid_input'],
    ['a tag with a line end', { tags: ['a\nb'] }, 'invalid_input'],
    ['a status', { status: 'closed' }, 'invalid_input'],
    ['a planned risk below nothing', { plan: { risk: '-5' } }, 'invalid_input'],
    ['a planned risk finer than the currency', { plan: { risk: '5.001' } }, 'amount_too_fine'],
    ['a thesis with a NUL', { plan: { thesis: 'a\u0000b' } }, 'invalid_input'],
    ['a thesis in paragraphs', { plan: { thesis: 'a\n\tb' } }, 'accepted'],
  ])('answers %s', (_, payload, code) => {
    expect(codeOf(planned().edit('AdjustPosition', POSITION, payload))).toBe(code);
  });

  it('keeps a reference to the risk work done elsewhere, and nothing of the work', () => {
    const book = planned();
    book.did('LinkRiskArtifact', POSITION, { artifact_id: idOf(9), computed_at: '2026-03-10T10:00:00Z' });
    expect(book.view(POSITION).risk_artifact).toEqual({ artifact_id: idOf(9), computed_at: '2026-03-10T10:00:00.000Z' });
    expect(codeOf(book.ask('LinkRiskArtifact', POSITION, { artifact_id: idOf(9), computed_at: '2026-03-10T10:00:00Z', greeks: {} }))).toBe(
      'invalid_input',
    );
  });
});

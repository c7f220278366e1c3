import { describe, expect, it } from 'vitest';
import { usualSettings } from './index.ts';
import { trade } from './testing/trades.ts';
import { tradeLimitOf } from './tradeLimit.ts';

const openedAt = (...instants: readonly string[]) =>
  instants.map((opened_at, place) => trade(place + 1, '2026-01-05', null, { opened_at, closed_at: null }));
const inProof = (now: string, ...opened: readonly string[]) => tradeLimitOf('proof', usualSettings, openedAt(...opened), now);

describe('the trade limit', () => {
  it('of Proof of Concept is one a day, and no next moment while it is left', () => {
    expect(inProof('2026-01-06T15:00:00.000Z')).toEqual({
      date: '2026-01-06',
      phase: 'proof',
      trades_executed: 0,
      limit: 1,
      trades_left: 1,
      last_trade_time: null,
      next_allowed_trade: null,
    });
  });

  it('once reached says when the next session starts, at 7:00 in New York', () => {
    expect(inProof('2026-01-06T15:00:00.000Z', '2026-01-06T14:30:00.000Z')).toMatchObject({
      trades_executed: 1,
      trades_left: 0,
      last_trade_time: '2026-01-06T14:30:00.000Z',
      next_allowed_trade: '2026-01-07T12:00:00.000Z',
    });
  });

  it('begins anew at the start of the session, to the millisecond', () => {
    const opened = ['2026-01-06T14:30:00.000Z'];
    expect(inProof('2026-01-07T11:59:59.999Z', ...opened)).toMatchObject({ date: '2026-01-06', trades_left: 0 });
    expect(inProof('2026-01-07T12:00:00.000Z', ...opened)).toMatchObject({ date: '2026-01-07', trades_left: 1, trades_executed: 0 });
    expect(inProof('2026-01-07T12:00:00.000Z', '2026-01-07T12:00:00.000Z')).toMatchObject({ trades_left: 0 });
    expect(inProof('2026-01-07T11:59:59.999Z', '2026-01-07T12:00:00.000Z')).toMatchObject({ trades_left: 1 });
    expect(inProof('2026-01-07T11:59:59.999Z', '2026-01-07T11:59:59.999Z')).toMatchObject({ date: '2026-01-06', trades_left: 0 });
  });

  it.each([
    ['over a weekend', '2026-01-09T15:00:00.000Z', '2026-01-12T12:00:00.000Z'],
    ['over a holiday', '2026-11-25T15:00:00.000Z', '2026-11-27T12:00:00.000Z'],
    ['over a holiday and a weekend', '2026-04-02T15:00:00.000Z', '2026-04-06T11:00:00.000Z'],
    ['over the end of a year', '2026-12-31T15:00:00.000Z', '2027-01-04T12:00:00.000Z'],
    ['when the clocks go forward', '2026-03-06T15:00:00.000Z', '2026-03-09T11:00:00.000Z'],
    ['when the clocks go back', '2026-10-30T15:00:00.000Z', '2026-11-02T12:00:00.000Z'],
  ])('%s lets the next trade wait', (_, opened, next) => {
    expect(inProof(opened, opened).next_allowed_trade).toBe(next);
  });

  it('counts what is traded on a weekend with the session before', () => {
    expect(inProof('2026-01-10T15:00:00.000Z', '2026-01-09T15:00:00.000Z')).toMatchObject({ date: '2026-01-09', trades_left: 0 });
    expect(inProof('2026-01-11T15:00:00.000Z', '2026-01-10T15:00:00.000Z')).toMatchObject({
      trades_left: 0,
      next_allowed_trade: '2026-01-12T12:00:00.000Z',
    });
  });

  it('leaves none, not fewer, where more were made than allowed', () => {
    const made = ['2026-01-06T14:30:00.000Z', '2026-01-06T15:30:00.000Z'];
    expect(inProof('2026-01-06T16:00:00.000Z', ...made)).toMatchObject({ trades_executed: 2, trades_left: 0 });
  });

  it('of other phases is beyond reach', () => {
    for (const phase of ['experience', 'trial', 'scaling'] as const) {
      const limit = tradeLimitOf(phase, usualSettings, openedAt('2026-01-06T14:30:00.000Z'), '2026-01-06T15:00:00.000Z');
      expect(limit).toMatchObject({ limit: 999, trades_executed: 1, trades_left: 998, next_allowed_trade: null });
    }
  });

  it('follows another session start and zone', () => {
    const settings = { ...usualSettings, zone: 'America/Chicago', session_start: '17:00' };
    const limit = tradeLimitOf('proof', settings, openedAt('2026-01-05T23:00:00.000Z'), '2026-01-06T15:00:00.000Z');
    expect(limit).toMatchObject({ date: '2026-01-06', trades_left: 0, next_allowed_trade: '2026-01-06T23:00:00.000Z' });
  });
});

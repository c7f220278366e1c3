import { describe, expect, it } from 'vitest';
import type { Breach } from './breach.ts';
import { calendarOf } from './calendar.ts';
import { breachId } from './finding.ts';
import { heatOf } from './heat.ts';
import { judge } from './judge.ts';
import type { Override } from './override.ts';
import { type Period, daysOfMonth, daysOfWeek, weekOf } from './period.ts';
import { weekReview } from './review.ts';
import { ACCOUNT, OTHER, always, idOf, trade, tradesOn } from './testing/trades.ts';
import type { DatedTrade } from './trade.ts';

const OCTOBER = daysOfMonth('2025-10');

/** The breaches that these periods come to, as if they had been judged. */
function breachesIn(trades: readonly DatedTrade[], periods: readonly Period[], rules = always()): readonly Breach[] {
  const findings = periods.flatMap((period) => judge(period, trades, rules));
  return findings.map((finding) => ({ id: breachId(finding), finding, recorded_at: '2025-10-25T00:00:00.000Z', withdrawn: null }));
}

describe('a week', () => {
  it.each([
    ['2025-10-21', '2025-W43', '2025-10-20', '2025-10-26'],
    ['2024-12-30', '2025-W01', '2024-12-30', '2025-01-05'],
    ['2027-01-01', '2026-W53', '2026-12-28', '2027-01-03'],
    ['2026-01-01', '2026-W01', '2025-12-29', '2026-01-04'],
  ])('of %s is %s, from %s to %s', (day, week, first, last) => {
    expect(weekOf(day)).toBe(week);
    expect(daysOfWeek(week)).toEqual({ first, last });
  });
});

describe('a calendar', () => {
  const overnight = trade('overnight', '2025-10-22T09:00:00Z', '2', { opened_at: '2025-10-21T20:00:00.000Z' });
  const trades = [
    ...tradesOn('2025-10-20', ['1', '0.5', null]),
    ...tradesOn('2025-10-20', ['3'], { account_id: OTHER, currency: 'EUR', position_id: idOf(77) }),
    overnight,
    ...tradesOn('2025-10-28', ['-4']),
    ...tradesOn('2025-11-03', ['9']),
  ];

  it('has each day with what was opened and closed on it, and what that made in each currency', () => {
    expect(calendarOf(OCTOBER, trades, []).days).toMatchObject([
      {
        date: '2025-10-20',
        trades: 4,
        opened: 4,
        net_pnl: [
          { currency: 'EUR', amount: '3' },
          { currency: 'USD', amount: '1.5' },
        ],
      },
      { date: '2025-10-21', trades: 0, opened: 1, net_pnl: [] },
      { date: '2025-10-22', trades: 1, opened: 0, net_pnl: [{ currency: 'USD', amount: '2' }] },
      { date: '2025-10-28', trades: 1, opened: 1, net_pnl: [{ currency: 'USD', amount: '-4' }] },
    ]);
  });

  it('adds up weeks, months and all of it', () => {
    const { weeks, months, total } = calendarOf({ first: '2025-10-01', last: '2025-11-30' }, trades, []);
    const usd = (list: readonly { readonly net_pnl: readonly { readonly currency: string; readonly amount: string }[] }[]) =>
      list.map(({ net_pnl }) => net_pnl.find(({ currency }) => currency === 'USD')?.amount);
    expect(weeks.map(({ week, trades: count }) => [week, count])).toEqual([
      ['2025-W43', 5],
      ['2025-W44', 1],
      ['2025-W45', 1],
    ]);
    expect(usd(weeks)).toEqual(['3.5', '-4', '9']);
    expect(months.map(({ month }) => month)).toEqual(['2025-10', '2025-11']);
    expect(usd([...months, total])).toEqual(['-0.5', '9', '8.5']);
  });

  it('marks every day that a breach is about, with its reason, and none for what was withdrawn', () => {
    const lost = ['2025-10-20', '2025-10-21', '2025-10-22'].flatMap((day) => tradesOn(day, ['-1', '-1']));
    const breaches = breachesIn(
      lost,
      [
        { scope: 'week', key: '2025-W43' },
        { scope: 'day', key: '2025-10-21' },
      ],
      always({ max_losses_row_day: 1 }),
    );
    const { days } = calendarOf(OCTOBER, lost, breaches);
    expect(days.map(({ breaches: keys }) => keys)).toEqual([
      ['losing_days_week'],
      ['losing_days_week', 'loss_streak_day'],
      ['losing_days_week'],
    ]);
    expect(days[1]?.reasons[1]).toEqual({
      rule_key: 'loss_streak_day',
      breach_id: breaches[1]?.id,
      sentence: '2 losses in a row on 2025-10-21; the rule allows 1.',
    });
    const withdrawn = breaches.map((each) => ({ ...each, withdrawn: { at: each.recorded_at, because: 'trade_changed' as const } }));
    expect(calendarOf(OCTOBER, lost, withdrawn).days.flatMap(({ breaches: keys }) => keys)).toEqual([]);
  });

  it('shows heat in quarters of the strongest day of a currency', () => {
    const nets = {
      '2025-10-20': '8',
      '2025-10-21': '-8',
      '2025-10-22': '0.01',
      '2025-10-23': '0',
      '2025-10-24': '-4',
      '2025-10-27': '6.01',
    };
    const calendar = calendarOf(
      OCTOBER,
      Object.entries(nets).flatMap(([day, net]) => tradesOn(day, [net])),
      [],
    );
    expect(heatOf(calendar, 'USD').map(({ heat }) => heat)).toEqual([4, -4, 1, 0, -2, 4]);
    expect(heatOf(calendar, 'EUR')).toEqual([]);
    expect(heatOf(calendarOf(OCTOBER, tradesOn('2025-10-20', ['0']), []), 'USD')).toEqual([{ date: '2025-10-20', heat: 0 }]);
  });
});

describe('the review of a week', () => {
  const override = (declared_at: string, n: number): Override => ({
    id: idOf(n),
    account_id: ACCOUNT,
    position_id: null,
    reasons: [],
    reason: 'Closing a hedge',
    declared_at,
  });

  it('tells what was made under each broken rule from what was made without', () => {
    const risky = trade('risky', '2025-10-23T10:00:00Z', '-7', { intended_risk_pct: '2', risk_cap_pct: '1' });
    const trades = [...tradesOn('2025-10-21', ['-1', '-1']), risky, ...tradesOn('2025-10-24', ['5']), ...tradesOn('2025-10-27', ['100'])];
    const periods: readonly Period[] = [
      { scope: 'day', key: '2025-10-21' },
      { scope: 'trade', key: risky.position_id },
    ];
    const breaches = breachesIn(trades, periods, always({ max_losses_row_day: 1 }));
    const overrides = ['2025-10-19T23:59:59.999Z', '2025-10-20T00:00:00.000Z', '2025-10-27T00:00:00.000Z'].map(override);
    const within = { from: '2025-10-20T00:00:00.000Z', to: '2025-10-27T00:00:00.000Z' };
    expect(weekReview('2025-W43', { trades, breaches, overrides, ...within })).toEqual({
      week: '2025-W43',
      kept: { trades: 1, net_pnl: [{ currency: 'USD', amount: '5' }] },
      broken: { trades: 3, net_pnl: [{ currency: 'USD', amount: '-9' }] },
      by_rule: [
        { rule_key: 'loss_streak_day', breaches: 1, trades: 2, net_pnl: [{ currency: 'USD', amount: '-2' }] },
        { rule_key: 'risk_cap_exceeded', breaches: 1, trades: 1, net_pnl: [{ currency: 'USD', amount: '-7' }] },
      ],
      breaches,
      overrides: [overrides[1]],
    });
  });
});

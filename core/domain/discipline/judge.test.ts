import { describe, expect, it } from 'vitest';
import type { Finding } from './finding.ts';
import { judge } from './judge.ts';
import { ACCOUNT, OTHER, UTC, always, named, trade, tradesOn } from './testing/trades.ts';
import type { RulesOverTime } from './tradingRules.ts';
import type { DatedTrade } from './trade.ts';

const DAY = '2025-10-21';

const dayFindings = (trades: readonly DatedTrade[], book: RulesOverTime = always(), day = DAY) =>
  judge({ scope: 'day', key: day }, trades, book);
const keysOf = (findings: readonly Finding[]) => findings.map(({ rule_key }) => rule_key);

describe('losses in a row on a day', () => {
  it('break the rule when there are more than it allows', () => {
    expect(dayFindings(tradesOn(DAY, ['-1', '-1', '-1', '-1']))).toEqual([
      {
        rule_key: 'loss_streak_day',
        scope: 'day',
        date_or_week: DAY,
        days: [DAY],
        account_id: null,
        currency: null,
        position_ids: [0, 1, 2, 3].map((place) => named(`${DAY} ${place}`)),
        figure: '4',
        limit: '3',
        sentence: '4 losses in a row on 2025-10-21; the rule allows 3.',
      },
    ]);
  });

  it.each([
    ['no trades', []],
    ['exactly as many as are allowed', ['-1', '-1', '-1']],
    ['a win between them', ['-1', '-1', '1', '-1', '-1']],
    ['one that came out even between them', ['-1', '-1', '0', '-1', '-1']],
    ['nothing but trades that came out even', ['0', '0', '0', '0', '0']],
  ])('do not with %s', (_, nets) => {
    expect(dayFindings(tradesOn(DAY, nets))).toEqual([]);
  });

  it('go past a trade whose result nobody knows', () => {
    expect(dayFindings(tradesOn(DAY, ['-1', '-1', null, '-1', '-1']))).toMatchObject([{ figure: '4' }]);
  });

  it('are counted in the order in which they were closed, of all accounts together', () => {
    const [, ...later] = tradesOn(DAY, ['-1', '-1', '-1'], { account_id: OTHER, currency: 'EUR' });
    const win = trade('win', `${DAY}T10:30:00Z`, '5');
    const before = tradesOn(DAY, ['-1', '-1']);
    expect(dayFindings([...later, win, ...before], always({ max_losses_row_day: 2 }))).toMatchObject([{ figure: '3' }]);
  });

  it('leave a trade that is open over midnight to the day it is closed on', () => {
    const overnight = trade('overnight', '2025-10-22T00:10:00Z', '-1', { opened_at: `${DAY}T23:50:00.000Z` });
    const trades = [...tradesOn(DAY, ['-1', '-1', '-1']), overnight];
    expect(dayFindings(trades)).toEqual([]);
    expect(dayFindings(trades, always({ max_trades_per_day: 3 }))).toMatchObject([{ rule_key: 'day_trades_exceeded', figure: '4' }]);
    expect(dayFindings(trades, always({ max_trades_per_day: 1 }), '2025-10-22')).toEqual([]);
  });

  it('belong to the day of the account, whose clock may be another', () => {
    const tokyo = { zone: 'Asia/Tokyo', session_start: '09:00' };
    const evening = trade('evening', '2025-10-21T23:30:00Z', '-1', { account_id: OTHER }, tokyo);
    const morning = trade('morning', '2025-10-22T00:30:00Z', '-1', { account_id: OTHER }, tokyo);
    const here = trade('here', '2025-10-21T23:45:00Z', '-1');
    expect([evening.closed_on, morning.closed_on, here.closed_on]).toEqual([DAY, '2025-10-22', DAY]);
    expect(dayFindings([evening, morning, here], always({ max_losses_row_day: 1 }))).toMatchObject([{ figure: '2' }]);
  });

  it.each([
    ['the day that has 23 hours', '2026-03-08', ['2026-03-08T05:00:00Z', '2026-03-09T03:59:00Z'], '2026-03-09T04:00:00Z'],
    ['the day that has 25 hours', '2026-11-01', ['2026-11-01T04:00:00Z', '2026-11-02T04:59:00Z'], '2026-11-02T05:00:00Z'],
  ])('are told apart on %s', (_, day, inside, after) => {
    const clock = { zone: 'America/New_York', session_start: '00:00' };
    const trades = [...inside, after].map((at) => trade(at, at, '-1', {}, clock));
    expect(dayFindings(trades, always({ max_losses_row_day: 1 }), day)).toMatchObject([{ figure: '2' }]);
  });
});

describe('losing days in a week', () => {
  const week = (trades: readonly DatedTrade[], book = always(), key = '2025-W43') => judge({ scope: 'week', key }, trades, book);
  const days = (nets: { readonly [day: string]: string }, more = {}) =>
    Object.entries(nets).flatMap(([date, net]) => tradesOn(date, [net], more));

  it('break the rule when there are more in a row than it allows, and mark each day of the streak', () => {
    const trades = days({ '2025-10-20': '1', '2025-10-21': '-1', '2025-10-22': '-1', '2025-10-24': '-1' });
    expect(week(trades)).toMatchObject([
      { rule_key: 'losing_days_week', days: ['2025-10-21', '2025-10-22', '2025-10-24'], figure: '3', limit: '2', currency: 'USD' },
    ]);
  });

  it('do not when there are exactly as many, or a day came out even', () => {
    expect(week(days({ '2025-10-20': '-1', '2025-10-21': '-1', '2025-10-22': '1', '2025-10-23': '-1', '2025-10-24': '-1' }))).toEqual([]);
    expect(week(days({ '2025-10-20': '-1', '2025-10-21': '-1', '2025-10-22': '0', '2025-10-23': '-1' }))).toEqual([]);
  });

  it('are days whose trades lost together', () => {
    const trades = ['2025-10-20', '2025-10-21', '2025-10-22'].flatMap((date) => tradesOn(date, ['-3', '1']));
    expect(keysOf(week(trades))).toEqual(['losing_days_week']);
    expect(week([...trades, ...tradesOn('2025-10-22', ['0', '0', '2'])])).toEqual([]);
  });

  it('begin anew with the next week, also over the end of a year', () => {
    const over = days({ '2026-12-30': '-1', '2026-12-31': '-1', '2027-01-01': '-1', '2027-01-04': '-1' });
    expect(week(over, always(), '2026-W53')).toMatchObject([{ days: ['2026-12-30', '2026-12-31', '2027-01-01'] }]);
    expect(week(over, always({ max_losing_days_streak_week: 1 }), '2027-W01')).toEqual([]);
  });

  it('are followed for each currency, because nothing says what one is worth in another', () => {
    const trades = [
      ...days({ '2025-10-20': '-100', '2025-10-21': '-100', '2025-10-22': '-100' }),
      ...days({ '2025-10-20': '1', '2025-10-21': '1', '2025-10-22': '1' }, { account_id: OTHER, currency: 'EUR' }),
    ];
    expect(week(trades)).toMatchObject([{ currency: 'USD' }]);
  });
});

describe('losing weeks in a month', () => {
  const month = (trades: readonly DatedTrade[], key: string, book = always()) => judge({ scope: 'month', key }, trades, book);

  it('break the rule when there are more in a row than it allows, and mark the days of those weeks', () => {
    const trades = ['2025-10-07', '2025-10-14', '2025-10-15', '2025-10-21'].flatMap((date) => tradesOn(date, ['-1']));
    expect(month(trades, '2025-10')).toMatchObject([
      { rule_key: 'losing_weeks_month', figure: '3', days: ['2025-10-07', '2025-10-14', '2025-10-15', '2025-10-21'] },
    ]);
    expect(month(trades.slice(1), '2025-10')).toEqual([]);
  });

  it('give a week of two months to each with the days it has there', () => {
    const trades = [...tradesOn('2025-09-30', ['-5']), ...tradesOn('2025-10-01', ['1'])];
    const lost = always({ max_losing_weeks_streak_month: 1 });
    const next = ['2025-10-07', '2025-10-14'].flatMap((date) => tradesOn(date, ['-1']));
    expect(month([...trades, ...next], '2025-10', lost)).toMatchObject([{ figure: '2', days: ['2025-10-07', '2025-10-14'] }]);
    expect(month([...tradesOn('2025-09-23', ['-1']), ...trades], '2025-09', lost)).toMatchObject([{ days: ['2025-09-23', '2025-09-30'] }]);
  });

  it('give a week of two years to each in the same way', () => {
    const trades = ['2026-12-22', '2026-12-30', '2027-01-01', '2027-01-05'].flatMap((date) => tradesOn(date, ['-1']));
    const lost = always({ max_losing_weeks_streak_month: 1 });
    expect(month(trades, '2026-12', lost)).toMatchObject([{ days: ['2026-12-22', '2026-12-30'] }]);
    expect(month(trades, '2027-01', lost)).toMatchObject([{ days: ['2027-01-01', '2027-01-05'] }]);
  });
});

describe('a risk above its cap', () => {
  const judged = (more: object) => {
    const one = trade('one', `${DAY}T23:00:00Z`, '1', { opened_at: '2025-10-20T10:00:00.000Z', ...more });
    return judge({ scope: 'trade', key: one.position_id }, [one], always());
  };

  it('breaks the rule on the day the trade is closed', () => {
    expect(judged({ intended_risk_pct: '1.01', risk_cap_pct: '1' })).toMatchObject([
      { rule_key: 'risk_cap_exceeded', date_or_week: DAY, figure: '1.01', limit: '1', account_id: ACCOUNT },
    ]);
  });

  it.each([
    ['exactly at the cap', { intended_risk_pct: '1', risk_cap_pct: '1' }],
    ['nothing said of the risk', { risk_cap_pct: '0' }],
    ['no cap', { intended_risk_pct: '5' }],
    ['a trade that is still open', { intended_risk_pct: '5', risk_cap_pct: '1', closed_at: null, net: null }],
  ])('does not with %s', (_, more) => {
    expect(judged(more)).toEqual([]);
  });
});

describe('the loss of a day', () => {
  const money = always({ max_loss_per_day: { kind: 'money', currency: 'USD', amount: '500' } });
  const percent = always({
    max_loss_per_day: { kind: 'percent', pct: '2' },
    accounts: [{ account_id: ACCOUNT, size: { currency: 'USD', amount: '10000' } }],
  });

  it('may reach the limit, and breaks the rule beyond it', () => {
    expect(dayFindings(tradesOn(DAY, ['-400', '-100']), money)).toEqual([]);
    expect(dayFindings(tradesOn(DAY, ['-400', '-100.01']), money)).toMatchObject([
      {
        rule_key: 'day_loss_exceeded',
        figure: '500.01',
        limit: '500',
        sentence: '500.01 USD lost on 2025-10-21; the rule allows 500.00 USD.',
      },
    ]);
  });

  it('is of an account by itself where the limit is a percentage of it', () => {
    const elsewhere = trade('elsewhere', `${DAY}T10:00:00Z`, '-900', { account_id: OTHER });
    expect(dayFindings([...tradesOn(DAY, ['-200']), elsewhere], percent)).toEqual([]);
    expect(dayFindings(tradesOn(DAY, ['-200.01']), percent)).toMatchObject([{ account_id: ACCOUNT, figure: '200.01', limit: '200' }]);
  });

  it('does not add up money of another kind', () => {
    const euros = trade('euros', `${DAY}T10:00:00Z`, '-900', { account_id: OTHER, currency: 'EUR' });
    expect(dayFindings([euros, ...tradesOn(DAY, ['-200'])], money)).toEqual([]);
  });
});

describe('a cool-off', () => {
  const book = always({ cool_off: { after_losses: 2, minutes: 30 } });
  const opening = (name: string, opened_at: string) => trade(name, `${DAY}T20:00:00Z`, '1', { opened_at });

  it('is ignored by what is opened before it is over', () => {
    const losses = tradesOn(DAY, ['-1', '-1']);
    const trades = [...losses, opening('early', `${DAY}T11:29:59.999Z`), opening('in time', `${DAY}T11:30:00.000Z`)];
    expect(dayFindings(trades, book)).toMatchObject([
      { rule_key: 'cool_off_ignored', figure: '1', limit: '0', position_ids: [named('early')] },
    ]);
  });

  it('is not ignored by the very trade that leads to it', () => {
    const at = `${DAY}T10:00:00.000Z`;
    const once = always({ cool_off: { after_losses: 1, minutes: 30 } });
    expect(dayFindings([trade('in and out', at, '-1', { opened_at: at })], once)).toEqual([]);
  });

  it('does not begin before there are so many losses, and not on the day before', () => {
    expect(dayFindings([...tradesOn(DAY, ['-1']), opening('next', `${DAY}T10:01:00.000Z`)], book)).toEqual([]);
    const late = [trade('a', '2025-10-20T23:50:00Z', '-1'), trade('b', '2025-10-20T23:55:00Z', '-1')];
    expect(dayFindings([...late, opening('next', `${DAY}T00:01:00.000Z`)], book)).toEqual([]);
  });
});

describe('hours and instruments', () => {
  const hours = always({ allowed_hours: [{ weekdays: ['mon', 'tue'], from: '09:30', to: '16:00', zone: 'America/New_York' }] });
  const night = always({ allowed_hours: [{ weekdays: ['sun'], from: '18:00', to: '02:00', zone: 'America/Chicago' }] });
  const opened = (at: string, book: RulesOverTime, more: object = {}) => {
    const one = trade('one', '2026-12-30T00:00:00Z', '1', { opened_at: new Date(at).toISOString(), ...more }, UTC);
    return keysOf(judge({ scope: 'trade', key: one.position_id }, [one], book));
  };

  it('are kept from the first minute up to, but without, the last, whatever the clocks do', () => {
    expect(opened('2026-03-10T13:30:00Z', hours)).toEqual([]);
    expect(opened('2026-03-10T13:29:59Z', hours)).toEqual(['outside_allowed_hours']);
    expect(opened('2026-03-10T20:00:00Z', hours)).toEqual(['outside_allowed_hours']);
    expect(opened('2026-03-03T14:30:00Z', hours)).toEqual([]);
    expect(opened('2026-03-03T13:30:00Z', hours)).toEqual(['outside_allowed_hours']);
    expect(opened('2026-03-11T14:00:00Z', hours)).toEqual(['outside_allowed_hours']);
  });

  it('belong to the weekday on which they began where they go over midnight', () => {
    expect(opened('2026-03-09T06:59:00Z', night)).toEqual([]);
    expect(opened('2026-03-09T07:00:00Z', night)).toEqual(['outside_allowed_hours']);
    expect(opened('2026-03-08T22:59:00Z', night)).toEqual(['outside_allowed_hours']);
    expect(opened('2026-03-08T06:00:00Z', night)).toEqual(['outside_allowed_hours']);
  });

  it('allow what is named, or all but what is named', () => {
    const allow = always({ allowed_instruments: { mode: 'allow', types: ['stock'], symbols: ['spy'] } });
    const deny = always({ allowed_instruments: { mode: 'deny', types: ['future'], symbols: ['TSLA'] } });
    const at = '2026-03-10T15:00:00Z';
    expect(opened(at, allow)).toEqual([]);
    expect(opened(at, allow, { symbol: 'QQQ' })).toEqual(['instrument_not_allowed']);
    expect(opened(at, allow, { instrument_types: ['stock', 'option'] })).toEqual(['instrument_not_allowed']);
    expect(opened(at, deny)).toEqual([]);
    expect(opened(at, deny, { symbol: 'tsla' })).toEqual(['instrument_not_allowed']);
    expect(opened(at, deny, { instrument_types: ['option', 'future'] })).toEqual(['instrument_not_allowed']);
  });
});

describe('the rules of a prop firm', () => {
  const firm = (terms: object) =>
    always({
      accounts: [{ account_id: ACCOUNT, size: { currency: 'USD', amount: '10000' }, prop_firm: { since: '2025-10-20', ...terms } }],
    });
  const judged = (trades: readonly DatedTrade[], book: RulesOverTime) => judge({ scope: 'account', key: ACCOUNT }, trades, book);
  const trailing = firm({ trailing_drawdown: { kind: 'percent', pct: '5' } });

  it('follow the highest the account has stood at, from what it was handed over with', () => {
    expect(judged(tradesOn('2025-10-20', ['-500']), trailing)).toEqual([]);
    expect(judged(tradesOn('2025-10-20', ['-500', '-0.01']), trailing)).toMatchObject([
      { rule_key: 'prop_trailing_drawdown', figure: '500.01', limit: '500', date_or_week: '2025-10-20' },
    ]);
    const fallen = [...tradesOn('2025-10-20', ['1000']), ...tradesOn('2025-10-21', ['-501']), ...tradesOn('2025-10-22', ['2000'])];
    expect(judged(fallen, trailing)).toMatchObject([{ date_or_week: '2025-10-21', figure: '501' }]);
  });

  it('leave out what came before and what was made elsewhere', () => {
    const others = trade('others', '2025-10-21T10:00:00Z', '-900', { account_id: OTHER });
    expect(judged([...tradesOn('2025-10-17', ['-900']), others], trailing)).toEqual([]);
  });

  it('hold a day to its own limit', () => {
    const daily = firm({ daily_loss: { kind: 'money', currency: 'USD', amount: '300' } });
    expect(dayFindings(tradesOn(DAY, ['-300']), daily)).toEqual([]);
    expect(dayFindings(tradesOn(DAY, ['-300.5']), daily)).toMatchObject([{ rule_key: 'prop_daily_loss', account_id: ACCOUNT }]);
    expect(dayFindings(tradesOn('2025-10-17', ['-900']), daily, '2025-10-17')).toEqual([]);
  });

  it('want no day that made too much of the whole', () => {
    const even = firm({ consistency_pct: '50' });
    const two = [...tradesOn('2025-10-20', ['100']), ...tradesOn('2025-10-21', ['100'])];
    expect(judged(two, even)).toEqual([]);
    expect(judged([...two, ...tradesOn('2025-10-22', ['201'])], even)).toMatchObject([
      { rule_key: 'prop_consistency', date_or_week: '2025-10-22', figure: '50.1247', limit: '50' },
    ]);
    expect(judged([...tradesOn('2025-10-20', ['100']), ...tradesOn('2025-10-21', ['-100'])], even)).toEqual([]);
  });
});

describe('rules over time', () => {
  const book: RulesOverTime = {
    sets: [
      { from: '2025-10-01', rules: always({ max_losses_row_day: 1 }).sets[0]!.rules },
      { from: '2025-10-22', rules: always({ max_losses_row_day: 5 }).sets[0]!.rules },
    ],
  };
  const three = (day: string) => dayFindings(tradesOn(day, ['-1', '-1', '-1']), book, day);

  it('judge a day by those that counted on it', () => {
    expect(three('2025-10-21')).toMatchObject([{ limit: '1' }]);
    expect(three('2025-10-22')).toEqual([]);
  });

  it('judge what came before all of them by the first, and by the usual ones where there are none', () => {
    expect(three('2025-09-01')).toMatchObject([{ limit: '1' }]);
    expect(judge({ scope: 'day', key: DAY }, tradesOn(DAY, ['-1', '-1', '-1', '-1']), undefined)).toMatchObject([{ limit: '3' }]);
  });
});

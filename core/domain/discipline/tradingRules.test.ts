import { describe, expect, it } from 'vitest';
import { tradingRulesSchema, usualRules } from './ruleBook.ts';
import { openLedger, replayed } from './testing/ledger.ts';
import { ACCOUNT, idOf } from './testing/trades.ts';
import { type RulesOverTime, TRADING_RULES_ID, latestRules, rulesOn } from './tradingRules.ts';

const TODAY = '2025-10-24';

const rules = (more: object = {}) => ({ ...usualRules, ...more });
const set = (ledger: ReturnType<typeof openLedger>, more: object, from = TODAY) =>
  ledger.asked('SetTradingRules', TRADING_RULES_ID, { rules: rules(more), from });

describe('trading rules', () => {
  it('are 3 losses in a row, 2 losing days and 2 losing weeks until a trader says otherwise, with alerts and nothing else', () => {
    expect(latestRules(undefined)).toEqual({
      max_losses_row_day: 3,
      max_losing_days_streak_week: 2,
      max_losing_weeks_streak_month: 2,
      alerts_enabled: true,
      max_loss_per_day: null,
      max_trades_per_day: null,
      cool_off: null,
      allowed_hours: null,
      allowed_instruments: null,
      accounts: [],
    });
  });

  it('are set with what is left out as usual', () => {
    const ledger = openLedger();
    const asked = ledger.asked('SetTradingRules', TRADING_RULES_ID, { rules: { max_losses_row_day: 1 }, from: TODAY });
    expect(asked).toEqual(['TradingRulesSet']);
    const book = ledger.stateOf<RulesOverTime>('trading_rules', TRADING_RULES_ID);
    expect(latestRules(book)).toEqual(rules({ max_losses_row_day: 1 }));
    expect(replayed(ledger.facts)).toEqual(ledger.states);
  });

  it('are one set for the book', () => {
    expect(openLedger().asked('SetTradingRules', idOf(9), { rules: {}, from: TODAY })).toBe('rules_id_differs');
  });

  it('count from the day they are made on, and the days before keep theirs', () => {
    const ledger = openLedger();
    set(ledger, { max_losses_row_day: 1 }, '2025-10-23');
    set(ledger, { max_losses_row_day: 2 }, TODAY);
    const book = ledger.stateOf<RulesOverTime>('trading_rules', TRADING_RULES_ID);
    expect(['2025-01-01', '2025-10-23', TODAY, '2026-01-01'].map((day) => rulesOn(book, day).max_losses_row_day)).toEqual([1, 1, 2, 2]);
  });

  it('that are set again on the same day, or from a zone where it is still the day before, replace each other', () => {
    const ledger = openLedger();
    set(ledger, { max_losses_row_day: 1 }, TODAY);
    set(ledger, { max_losses_row_day: 2 }, TODAY);
    set(ledger, { max_losses_row_day: 4 }, '2025-10-23');
    const book = ledger.stateOf<RulesOverTime>('trading_rules', TRADING_RULES_ID);
    expect(book.sets.map(({ from, rules: own }) => [from, own.max_losses_row_day])).toEqual([[TODAY, 4]]);
  });

  it.each([
    ['that say nothing new', TODAY, {}, 'rules_unchanged'],
    ['from a day that is over everywhere', '2025-10-21', { max_losses_row_day: 1 }, 'rules_not_from_today'],
    ['from a day that has begun nowhere', '2025-10-27', { max_losses_row_day: 1 }, 'rules_not_from_today'],
    [
      'that name more than fits',
      TODAY,
      {
        allowed_instruments: {
          mode: 'deny',
          types: [],
          symbols: Array.from({ length: 200 }, (_, place) => `${place}`.padStart(40, 'X')),
        },
      },
      'rules_too_long',
    ],
  ])('are refused %s', (_, from, more, code) => {
    const ledger = openLedger();
    set(ledger, {});
    expect(set(ledger, more, from)).toBe(code);
  });
});

describe('the size of an account', () => {
  const sized = (amount: string) => ({ accounts: [{ account_id: ACCOUNT, size: { currency: 'USD', amount } }] });

  it('is said in the currency of an account that is there', () => {
    const ledger = openLedger();
    expect(set(ledger, sized('1000'))).toBe('not_found');
    ledger.plant('account', ACCOUNT, { currency: 'EUR' });
    expect(set(ledger, sized('1000'))).toBe('size_in_another_currency');
    ledger.plant('account', ACCOUNT, { currency: 'USD' });
    expect(set(ledger, sized('1000'))).toEqual(['TradingRulesSet']);
  });
});

describe('what a rule may say', () => {
  const size = { currency: 'USD', amount: '1000' };
  const window = { weekdays: ['mon'], from: '09:30', to: '16:00', zone: 'America/New_York' };

  it.each([
    [{ max_losses_row_day: 0 }],
    [{ max_losing_days_streak_week: 8 }],
    [{ max_trades_per_day: 0 }],
    [{ max_loss_per_day: { kind: 'percent', pct: '0' } }],
    [{ max_loss_per_day: { kind: 'percent', pct: '101' } }],
    [{ max_loss_per_day: { kind: 'money', amount: '5' } }],
    [{ cool_off: { after_losses: 2, minutes: 0 } }],
    [{ allowed_hours: [] }],
    [{ allowed_hours: [{ ...window, to: '09:30' }] }],
    [{ allowed_hours: [{ ...window, weekdays: ['mon', 'mon'] }] }],
    [{ allowed_hours: [{ ...window, zone: '-05:00' }] }],
    [{ allowed_hours: [{ ...window, to: '24:00' }] }],
    [{ allowed_instruments: { mode: 'allow' } }],
    [{ accounts: [1, 2].map(() => ({ account_id: ACCOUNT, size })) }],
    [
      {
        accounts: [{ account_id: ACCOUNT, size, prop_firm: { since: TODAY, daily_loss: { kind: 'money', currency: 'EUR', amount: '5' } } }],
      },
    ],
    [{ unheard_of: true }],
  ])('is not %j', (input) => {
    expect(tradingRulesSchema.safeParse(input).success).toBe(false);
  });

  it('is kept as it was read', () => {
    const read = tradingRulesSchema.parse({ allowed_hours: [window], accounts: [{ account_id: ACCOUNT, size }] });
    expect(tradingRulesSchema.parse(read)).toEqual(read);
  });
});

import { describe, expect, it } from 'vitest';
import type { Breach } from './breach.ts';
import { type Finding, breachId } from './finding.ts';
import { judge } from './judge.ts';
import { type Judgement, judgementId } from './judgement.ts';
import { type Period, periodsOf } from './period.ts';
import { NOW, openLedger, replayed } from './testing/ledger.ts';
import { always, trade, tradesOn } from './testing/trades.ts';
import type { DatedTrade } from './trade.ts';

const DAY: Period = { scope: 'day', key: '2025-10-21' };
const FOUR = tradesOn(DAY.key, ['-1', '-1', '-1', '-1']);

type Ledger = ReturnType<typeof openLedger>;

const judged = (ledger: Ledger, findings: readonly Finding[], period = DAY, because = 'trade_changed') =>
  ledger.asked('JudgePeriod', judgementId(period), { ...period, findings, because });
const judgedBy = (ledger: Ledger, trades: readonly DatedTrade[], period = DAY) => judged(ledger, judge(period, trades, always()), period);

describe('a breach', () => {
  it('is recorded once, and judging the same again decides nothing', () => {
    const ledger = openLedger();
    expect(judgedBy(ledger, FOUR)).toEqual(['BreachRecorded', 'PeriodJudged']);
    expect(judgedBy(ledger, FOUR)).toBe('judgement_unchanged');
    const [finding] = judge(DAY, FOUR, always());
    expect(ledger.statesOf<Breach>('breach')).toEqual([{ id: breachId(finding!), finding, recorded_at: NOW, withdrawn: null }]);
    expect(replayed(ledger.facts)).toEqual(ledger.states);
  });

  it('is the same in whatever order its parts were kept', () => {
    const ledger = openLedger();
    judgedBy(ledger, FOUR);
    const [{ id, ...breach }] = ledger.statesOf<Breach>('breach') as [Breach];
    const finding = Object.fromEntries(Object.entries(breach.finding).toReversed());
    ledger.plant('breach', id, { id, ...breach, finding });
    expect(judgedBy(ledger, FOUR)).toBe('judgement_unchanged');
  });

  it('is not there where nothing was broken, and nothing is decided', () => {
    expect(judgedBy(openLedger(), FOUR.slice(1))).toBe('judgement_unchanged');
  });

  it('changes its figures with the trades', () => {
    const ledger = openLedger();
    judgedBy(ledger, FOUR);
    expect(judgedBy(ledger, tradesOn(DAY.key, ['-1', '-1', '-1', '-1', '-1']))).toEqual(['BreachChanged', 'PeriodJudged']);
    expect(ledger.statesOf<Breach>('breach')).toMatchObject([{ finding: { figure: '5' }, withdrawn: null }]);
  });

  it('is withdrawn when a fill is corrected, and recorded again when that is corrected', () => {
    const ledger = openLedger();
    judgedBy(ledger, FOUR);
    expect(judgedBy(ledger, tradesOn(DAY.key, ['-1', '-1', '1', '-1']))).toEqual(['BreachWithdrawn', 'PeriodJudged']);
    expect(ledger.statesOf<Breach>('breach')).toMatchObject([{ withdrawn: { at: NOW, because: 'trade_changed' } }]);
    expect(judgedBy(ledger, FOUR)).toEqual(['BreachRecorded', 'PeriodJudged']);
    expect(ledger.statesOf<Breach>('breach')).toMatchObject([{ finding: { figure: '4' }, withdrawn: null }]);
    expect(ledger.facts.filter(({ aggregate_type }) => aggregate_type === 'breach')).toHaveLength(3);
    expect(replayed(ledger.facts)).toEqual(ledger.states);
  });

  it('says when other rules withdrew it', () => {
    const ledger = openLedger();
    judgedBy(ledger, FOUR);
    judged(ledger, [], DAY, 'rules_changed');
    expect(ledger.statesOf<Breach>('breach')).toMatchObject([{ withdrawn: { because: 'rules_changed' } }]);
  });

  it('goes when a late correction moves its trade to last month, and what it breaks there is recorded', () => {
    const ledger = openLedger();
    const last = FOUR.at(-1)!;
    judgedBy(ledger, FOUR);
    const moved = trade('late', '2025-09-30T10:00:00Z', '-1', { position_id: last.position_id });
    const september = tradesOn('2025-09-30', ['-1', '-1', '-1']).map((each) => ({ ...each, closed_at: '2025-09-30T09:00:00.000Z' }));
    const now = [...FOUR.slice(0, -1), ...september, moved];
    const periods = [...periodsOf(last), ...periodsOf(moved)].filter(({ scope }) => scope === 'day');
    expect(periods.map(({ key }) => key)).toEqual([DAY.key, '2025-09-30']);
    expect(periods.map((period) => judgedBy(ledger, now, period))).toEqual([
      ['BreachWithdrawn', 'PeriodJudged'],
      ['BreachRecorded', 'PeriodJudged'],
    ]);
  });

  it('of a trade stays the same when a correction moves the trade to another day', () => {
    const ledger = openLedger();
    const risky = (closed_at: string) => trade('risky', closed_at, '1', { intended_risk_pct: '2', risk_cap_pct: '1' });
    const period: Period = { scope: 'trade', key: risky('2025-10-21T10:00:00Z').position_id };
    judgedBy(ledger, [risky('2025-10-21T10:00:00Z')], period);
    expect(judgedBy(ledger, [risky('2025-10-20T10:00:00Z')], period)).toEqual(['BreachChanged', 'PeriodJudged']);
    expect(ledger.statesOf<Breach>('breach')).toMatchObject([{ finding: { days: ['2025-10-20'] } }]);
  });

  it('of one rule does not stand in the way of another', () => {
    const ledger = openLedger();
    const strict = always({ max_trades_per_day: 1 });
    judged(ledger, judge(DAY, FOUR, strict));
    expect(judged(ledger, judge(DAY, FOUR.slice(1), strict))).toEqual(['BreachChanged', 'BreachWithdrawn', 'PeriodJudged']);
    expect(ledger.stateOf<Judgement>('judgement', judgementId(DAY)).standing).toHaveLength(1);
  });
});

describe('a judgement', () => {
  const [finding] = judge(DAY, FOUR, always());
  const elsewhere: Period = { scope: 'day', key: '2025-10-22' };

  it('is one for each period', () => {
    expect(openLedger().asked('JudgePeriod', judgementId(elsewhere), { ...DAY, findings: [], because: 'trade_changed' })).toBe(
      'judgement_id_differs',
    );
  });

  it('is about its own period, and finds a rule broken once', () => {
    expect(judged(openLedger(), [finding!], elsewhere)).toBe('finding_elsewhere');
    expect(judged(openLedger(), [finding!], { scope: 'week', key: '2025-W43' })).toBe('finding_elsewhere');
    expect(judged(openLedger(), [finding!, { ...finding!, figure: '9' }])).toBe('finding_twice');
  });
});

import { TRADING_RULES_ID, usualRules } from '@taffrail/domain/discipline';
import { asJson, tradingDayOf, type DecimalText, type Id, type Instant, type Versioned } from '@taffrail/domain/kernel';
import { phaseProgressId, type Phase } from '@taffrail/domain/phases';
import type { Account } from '@taffrail/domain/tradelog';
import type { Wish } from '@taffrail/replica';

/** What a trader says of their discipline in the first minute. */
export interface FirstRules {
  readonly lossesInRow: DecimalText | undefined;
  readonly losingDays: DecimalText | undefined;
  readonly losingWeeks: DecimalText | undefined;
  readonly caps: { readonly [accountId: Id]: Caps };
  readonly phase: Phase;
}

export interface Caps {
  readonly size: DecimalText | undefined;
  readonly maxRisk: DecimalText | undefined;
}

/** In percent: what careful traders risk at most, and easy to reckon with. */
const USUAL_RISK = '1';

export function usualFirst(accounts: readonly Versioned<Account>[]): FirstRules {
  return {
    lossesInRow: String(usualRules.max_losses_row_day),
    losingDays: String(usualRules.max_losing_days_streak_week),
    losingWeeks: String(usualRules.max_losing_weeks_streak_month),
    caps: Object.fromEntries(
      accounts.map(({ state }) => [state.id, { size: undefined, maxRisk: state.account_max_risk_pct ?? USUAL_RISK }]),
    ),
    phase: 'experience',
  };
}

/** All of it at once or nothing. Where phases have begun, they go on by evidence alone. */
export function wishesOf(said: FirstRules, accounts: readonly Versioned<Account>[], hasPhase: boolean, now: Instant): readonly Wish[] {
  const [first] = accounts;
  const rules = {
    ...usualRules,
    max_losses_row_day: Number(said.lossesInRow),
    max_losing_days_streak_week: Number(said.losingDays),
    max_losing_weeks_streak_month: Number(said.losingWeeks),
    accounts: accounts.flatMap(({ state: { id, currency } }) => {
      const amount = said.caps[id]?.size;
      return amount === undefined ? [] : [{ account_id: id, size: { currency, amount }, prop_firm: null }];
    }),
  };
  const from = first === undefined ? now.slice(0, 10) : tradingDayOf(now, first.state);
  return [
    ...accounts.flatMap((account) => capWish(account, said.caps[account.state.id]?.maxRisk ?? null)),
    { type: 'SetTradingRules', aggregate_id: TRADING_RULES_ID, payload: asJson({ rules, from }) },
    ...(hasPhase
      ? []
      : [{ type: 'BeginPhases', aggregate_id: phaseProgressId, payload: { phase: said.phase, operator_id: null } } satisfies Wish]),
  ];
}

function capWish({ state, version }: Versioned<Account>, account_max_risk_pct: DecimalText | null): readonly Wish[] {
  if (state.account_max_risk_pct === account_max_risk_pct) return [];
  return [{ type: 'ChangeAccount', aggregate_id: state.id, payload: { account_max_risk_pct }, expected_version: version }];
}

import { TRADING_RULES_ID } from '@taffrail/domain/discipline';
import { asJson, tradingDayOf, type Day, type Instant } from '@taffrail/domain/kernel';
import type { Wish } from '@taffrail/replica';
import { rulesOf, type AccountDraft, type RulesDraft } from './rulesDraft.ts';
import type { RulesGround } from './rulesGround.ts';

/** What a draft changes about the ground it was begun on: the rules, and the caps that accounts keep themselves. */
export function wishesOf(draft: RulesDraft, before: RulesDraft, ground: RulesGround, now: Instant): readonly Wish[] {
  const rules = rulesOf(draft);
  const isSame = JSON.stringify(rules) === JSON.stringify(rulesOf(before));
  const set: Wish = {
    type: 'SetTradingRules',
    aggregate_id: TRADING_RULES_ID,
    payload: asJson({ rules, from: todayIn(ground, now) }),
    expected_version: ground.book?.version ?? 0,
  };
  return [...(isSame ? [] : [set]), ...draft.accounts.flatMap((account) => capWish(account, ground))];
}

/** In the first account that is open: rules count from a day on, and a trader's day is that of an account. */
function todayIn({ accounts }: RulesGround, now: Instant): Day {
  const account = accounts.find(({ state }) => !state.closed)?.state;
  return account === undefined ? now.slice(0, 10) : tradingDayOf(now, account);
}

function capWish({ id, maxRisk }: AccountDraft, { accounts }: RulesGround): readonly Wish[] {
  const account = accounts.find(({ state }) => state.id === id);
  const payload = { account_max_risk_pct: maxRisk ?? null };
  if (account === undefined || account.state.account_max_risk_pct === payload.account_max_risk_pct) return [];
  return [{ type: 'ChangeAccount', aggregate_id: id, payload, expected_version: account.version }];
}

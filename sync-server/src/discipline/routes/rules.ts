import { type RulesOverTime, TRADING_RULES_ID, latestRules, tradingRulesSchema } from '@taffrail/domain/discipline';
import { type Day, type Session, type Versioned, daySchema, kernelRefusals, tradingDayOf } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { defineRoute, dispatch, lastSeqOf, type DoorAnswer, type Route } from '../../http/index.ts';
import type { Workspace } from '../../workspace/index.ts';
import { findRules, rulesRef } from '../states.ts';
import { tag } from './common.ts';

const shown = tradingRulesSchema.extend({
  from: daySchema.nullable().describe('The first trading day that goes by these rules; null while nobody has set any'),
});

const answers = [{ status: 200, description: 'The rules that count', schema: shown }];

const getRules = defineRoute({
  method: 'GET',
  path: '/api/settings/trading-rules',
  summary: 'Look at the trading rules',
  description: 'The usual ones while nobody has set any; there is no version to name then.',
  tag,
  who: 'viewer',
  answers,
  door: ({ workspace }) => rulesReply(findRules(workspace)),
});

const terms = tradingRulesSchema.shape;

/** Nothing is put in for what is left out. */
const change = z
  .strictObject({
    max_losses_row_day: terms.max_losses_row_day.unwrap(),
    max_losing_days_streak_week: terms.max_losing_days_streak_week.unwrap(),
    max_losing_weeks_streak_month: terms.max_losing_weeks_streak_month.unwrap(),
    alerts_enabled: terms.alerts_enabled.unwrap(),
    max_loss_per_day: terms.max_loss_per_day.unwrap(),
    max_trades_per_day: terms.max_trades_per_day.unwrap(),
    cool_off: terms.cool_off.unwrap(),
    allowed_hours: terms.allowed_hours.unwrap(),
    allowed_instruments: terms.allowed_instruments.unwrap(),
    accounts: terms.accounts.unwrap(),
    from: daySchema.describe('The first trading day that goes by them; today when left out'),
  })
  .partial();

const putRules = defineRoute({
  method: 'PUT',
  path: '/api/settings/trading-rules',
  summary: 'Set the trading rules',
  description:
    'What is left out stays as it is; what is given replaces it as a whole. They count from today on: days that are over keep the rules ' +
    'they had, but for the first rules anybody sets, which also judge what came before. If-Match is needed once there are any.',
  tag,
  who: 'member',
  headers: { ifMatch: 'optional', idempotencyKey: 'optional' },
  body: change.meta({ examples: [{ max_losses_row_day: 3, max_losing_days_streak_week: 2, max_trades_per_day: 5, alerts_enabled: true }] }),
  answers,
  async door(asked) {
    const { workspace, headers, body } = asked;
    const present = findRules(workspace);
    if (present && headers.ifMatch === undefined) {
      return kernelRefusals.version_required({ noun: 'trading_rules', current_version: present.version });
    }
    const { from = today(workspace), ...changed } = body;
    const payload = { rules: { ...latestRules(present?.state), ...changed }, from };
    const answer = await dispatch(asked, { type: 'SetTradingRules', aggregate_id: TRADING_RULES_ID, payload });
    if (answer.outcome === 'refused') return answer;
    return rulesReply(workspace.stateAsOf(rulesRef, lastSeqOf(answer)) as Versioned<RulesOverTime>);
  },
});

export const rulesRoutes: readonly Route[] = [getRules, putRules];

function rulesReply(found: Versioned<RulesOverTime> | undefined): DoorAnswer {
  const body: z.infer<typeof shown> = { ...latestRules(found?.state), from: found?.state.sets.at(-1)?.from ?? null };
  return { status: 200, body, ...(found && { version: found.version }) };
}

/** Where accounts are in different days, the earlier: what is traded in any of them from now on goes by the new rules. */
function today(workspace: Workspace): Day {
  const rows = workspace.read((sql) => sql.all<{ state: string }>("SELECT state FROM aggregate WHERE aggregate_type = 'account'"));
  const now = workspace.now();
  const days = rows.map(({ state }) => tradingDayOf(now, JSON.parse(state) as Session));
  return days.toSorted()[0] ?? now.slice(0, 10);
}

import { compare, decimalText } from '../../kernel/index.ts';
import type { Finding } from '../finding.ts';
import type { Moment } from '../moment.ts';
import type { Reason } from '../reason.ts';
import type { TradingRules } from '../ruleBook.ts';
import type { DatedTrade } from '../trade.ts';
import { sumText } from './lossLimit.ts';
import { type BestDay, type Drawdown, type Held, drawdownOf, heldAccount, unevenDay } from './propAccount.ts';

export function propFirmFindings(accountId: string, trades: readonly DatedTrade[], rules: TradingRules): readonly Finding[] {
  const held = heldAccount(accountId, trades, rules);
  return held === undefined ? [] : [...drawdownFindings(held), ...consistencyFindings(held)];
}

function drawdownFindings(held: Held): readonly Finding[] {
  const drawdown = drawdownOf(held);
  if (drawdown?.broken === undefined) return [];
  const { broken, deepest, limit } = drawdown;
  const { account_id, size } = held.terms;
  return [
    {
      rule_key: 'prop_trailing_drawdown',
      scope: 'account',
      date_or_week: broken.day,
      days: [broken.day],
      account_id,
      currency: size.currency,
      position_ids: [broken.trade.position_id],
      figure: decimalText(deepest),
      limit: decimalText(limit),
      sentence: `The account fell ${sumText(deepest, size.currency)} from its highest; the prop firm allows ${sumText(limit, size.currency)}.`,
    },
  ];
}

function consistencyFindings(held: Held): readonly Finding[] {
  const best = unevenDay(held);
  if (best === undefined) return [];
  return [
    {
      rule_key: 'prop_consistency',
      scope: 'account',
      date_or_week: best.day,
      days: [best.day],
      account_id: held.terms.account_id,
      currency: held.terms.size.currency,
      position_ids: [],
      figure: decimalText(best.share_pct),
      limit: best.most_pct,
      sentence: `${consistencyText(best)}.`,
    },
  ];
}

/** A drawdown that has gone beyond its limit has lost the account; one that is reached would with any further loss. */
export function propFirmReasons({ account, trades }: Moment, rules: TradingRules): readonly Reason[] {
  const held = heldAccount(account.id, trades, rules);
  if (held === undefined) return [];
  const [drawdown, best] = [drawdownOf(held), unevenDay(held)];
  const stops = drawdown !== undefined && (drawdown.broken !== undefined || compare(drawdown.now, drawdown.limit) >= 0);
  return [...(stops ? [drawdownReason(drawdown, held)] : []), ...(best === undefined ? [] : [consistencyReason(best)])];
}

function drawdownReason({ broken, deepest, now, limit }: Drawdown, { terms }: Held): Reason {
  const { currency } = terms.size;
  const figure = broken === undefined ? now : deepest;
  return {
    rule: 'prop_trailing_drawdown',
    effect: 'stops',
    sentence: `The account fell ${sumText(figure, currency)} from its highest; the prop firm stops at ${sumText(limit, currency)}.`,
    figure: decimalText(figure),
    limit: decimalText(limit),
    clears_at: null,
  };
}

function consistencyReason(best: BestDay): Reason {
  return {
    rule: 'prop_consistency',
    effect: 'warns',
    sentence: `${consistencyText(best)}. It needs profit on other days.`,
    figure: decimalText(best.share_pct),
    limit: best.most_pct,
    clears_at: null,
  };
}

const consistencyText = ({ day, share_pct, most_pct }: BestDay): string =>
  `${day} made ${decimalText(share_pct)} % of the whole profit; the prop firm allows ${most_pct} %`;

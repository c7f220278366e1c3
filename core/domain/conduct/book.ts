import { type AccountNow, type DatedTrade, type RulesOverTime, type TradingRules, latestRules } from '../discipline/index.ts';
import { type DecimalText, type Id, type Session, decimal, decimalText, sumOf } from '../kernel/index.ts';
import { type Ground, type PhaseProgress, type Settings, untouched, usualSettings } from '../phases/index.ts';

/** All that is known of a book where rules and phases are concerned. What nobody has said yet is undefined. */
export interface Book {
  readonly accounts: readonly AccountNow[];
  readonly trades: readonly DatedTrade[];
  readonly rules: RulesOverTime | undefined;
  readonly progress: PhaseProgress | undefined;
  readonly settings: Settings | undefined;
}

/** What phases are judged on. */
export function groundOf({ accounts, trades, rules, progress = untouched, settings = usualSettings }: Book): Ground {
  const clocks = new Map<Id, Session>(accounts.map((account) => [account.id, account]));
  return {
    progress,
    settings,
    trades,
    capital: capitalOf(latestRules(rules), settings.currency),
    clockOf: (accountId) => clocks.get(accountId) ?? settings,
  };
}

/** As large as the rules say the accounts of this currency are, together. */
function capitalOf({ accounts }: TradingRules, currency: string): DecimalText | null {
  const own = accounts.filter(({ size }) => size.currency === currency).map(({ size }) => decimal(size.amount));
  return own.length === 0 ? null : decimalText(sumOf(own));
}

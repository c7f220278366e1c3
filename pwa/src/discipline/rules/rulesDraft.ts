import type { TradingRules } from '@taffrail/domain/discipline';
import type { Day, DecimalText, Id } from '@taffrail/domain/kernel';
import type { Account } from '@taffrail/domain/tradelog';

type LossLimit = NonNullable<TradingRules['max_loss_per_day']>;
type HoursWindow = NonNullable<TradingRules['allowed_hours']>[number];
type AccountTerms = TradingRules['accounts'][number];
type PropFirm = NonNullable<AccountTerms['prop_firm']>;

/** Figures are as they are typed: what is not there yet is undefined, and what a rule makes of it the rules themselves say. */
export interface RulesDraft {
  readonly lossesInRow: DecimalText | undefined;
  readonly losingDays: DecimalText | undefined;
  readonly losingWeeks: DecimalText | undefined;
  readonly dayLoss: LossDraft;
  readonly tradesPerDay: DecimalText | undefined;
  readonly coolOff: CoolOffDraft | undefined;
  readonly hours: readonly HoursDraft[];
  readonly instruments: InstrumentsDraft;
  readonly accounts: readonly AccountDraft[];
  readonly alerts: boolean;
}

export interface LossDraft {
  readonly kind: 'none' | LossLimit['kind'];
  readonly currency: string;
  readonly amount: DecimalText | undefined;
  readonly pct: DecimalText | undefined;
}

export interface CoolOffDraft {
  readonly after: DecimalText | undefined;
  readonly minutes: DecimalText | undefined;
}

export interface HoursDraft extends Pick<HoursWindow, 'weekdays' | 'zone'> {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export interface InstrumentsDraft {
  readonly mode: 'none' | 'allow' | 'deny';
  readonly types: NonNullable<TradingRules['allowed_instruments']>['types'];
  readonly symbols: readonly string[];
}

export interface AccountDraft {
  readonly id: Id;
  readonly name: string;
  readonly currency: string;
  readonly size: DecimalText | undefined;
  /** Belongs to the account itself, and is asked for here because it limits a trade as the rules do. */
  readonly maxRisk: DecimalText | undefined;
  readonly firm: FirmDraft | undefined;
}

export interface FirmDraft {
  readonly since: Day | undefined;
  readonly dailyLoss: LossDraft;
  readonly drawdown: LossDraft;
  readonly consistency: DecimalText | undefined;
}

/** A closed account is there only while the rules speak of it. */
export function draftOf(rules: TradingRules, accounts: readonly Account[]): RulesDraft {
  const saidOf = (account: Account) => rules.accounts.find(({ account_id }) => account_id === account.id);
  const currency = accounts.find(({ closed }) => !closed)?.currency ?? 'USD';
  return {
    lossesInRow: String(rules.max_losses_row_day),
    losingDays: String(rules.max_losing_days_streak_week),
    losingWeeks: String(rules.max_losing_weeks_streak_month),
    dayLoss: lossDraft(rules.max_loss_per_day, currency),
    tradesPerDay: rules.max_trades_per_day === null ? undefined : String(rules.max_trades_per_day),
    coolOff: rules.cool_off === null ? undefined : { after: String(rules.cool_off.after_losses), minutes: String(rules.cool_off.minutes) },
    hours: rules.allowed_hours ?? [],
    instruments: rules.allowed_instruments ?? { mode: 'none', types: [], symbols: [] },
    accounts: accounts
      .filter((account) => !account.closed || saidOf(account) !== undefined)
      .map((account) => accountDraft(account, saidOf(account))),
    alerts: rules.alerts_enabled,
  };
}

function accountDraft({ id, name, currency, account_max_risk_pct }: Account, terms: AccountTerms | undefined): AccountDraft {
  const firm = terms?.prop_firm ?? undefined;
  return {
    id,
    name,
    currency,
    size: terms?.size.amount,
    maxRisk: account_max_risk_pct ?? undefined,
    firm: firm && {
      since: firm.since,
      dailyLoss: lossDraft(firm.daily_loss, currency),
      drawdown: lossDraft(firm.trailing_drawdown, currency),
      consistency: firm.consistency_pct ?? undefined,
    },
  };
}

export function lossDraft(limit: LossLimit | null, currency: string): LossDraft {
  if (limit === null) return { kind: 'none', currency, amount: undefined, pct: undefined };
  if (limit.kind === 'percent') return { kind: 'percent', currency, amount: undefined, pct: limit.pct };
  return { kind: 'money', currency: limit.currency, amount: limit.amount, pct: undefined };
}

/** What is sent. It may not be all that rules ask for; whoever decides says what is missing, and where. */
export function rulesOf(draft: RulesDraft) {
  const { coolOff, hours, instruments } = draft;
  return {
    max_losses_row_day: countOf(draft.lossesInRow),
    max_losing_days_streak_week: countOf(draft.losingDays),
    max_losing_weeks_streak_month: countOf(draft.losingWeeks),
    alerts_enabled: draft.alerts,
    max_loss_per_day: lossOf(draft.dayLoss),
    max_trades_per_day: countOf(draft.tradesPerDay),
    cool_off: coolOff === undefined ? null : { after_losses: countOf(coolOff.after), minutes: countOf(coolOff.minutes) },
    allowed_hours: hours.length === 0 ? null : hours.map(({ from, to, ...window }) => ({ ...window, from: from ?? '', to: to ?? '' })),
    allowed_instruments: instruments.mode === 'none' ? null : { ...instruments, symbols: [...instruments.symbols] },
    accounts: draft.accounts.flatMap(termsOf),
  };
}

/** A share of one is no whole number either, and is refused as what it is. */
const countOf = (text: DecimalText | undefined): number | null => (text === undefined ? null : Number(text));

function lossOf({ kind, currency, amount, pct }: LossDraft) {
  if (kind === 'none') return null;
  return kind === 'money' ? { kind, currency, amount: amount ?? '' } : { kind, pct: pct ?? '' };
}

/** Without a size there is nothing to say of an account. */
function termsOf({ id, currency, size, firm }: AccountDraft) {
  if (size === undefined) return [];
  return [{ account_id: id, size: { currency, amount: size }, prop_firm: firm === undefined ? null : firmOf(firm) }];
}

function firmOf({ since, dailyLoss, drawdown, consistency }: FirmDraft): Record<keyof PropFirm, unknown> {
  return {
    since: since ?? '',
    trailing_drawdown: lossOf(drawdown),
    daily_loss: lossOf(dailyLoss),
    consistency_pct: consistency ?? null,
  };
}

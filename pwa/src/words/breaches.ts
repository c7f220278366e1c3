import type { Finding, RuleKey } from '@taffrail/domain/discipline';

/** Rules that were broken: all of them, and one with what it rests on. */
export const breaches = {
  title: 'Breaches',
  one: 'Breach',
  back: 'Breaches',

  when: 'When',
  rule: 'Rule',
  what: 'What happened',
  account: 'Account',
  state: 'State',
  stands: 'Stands',
  withdrawn: 'Withdrawn',

  which: 'Which breaches',
  filters: { standing: 'Standing', withdrawn: 'Withdrawn', all: 'All' },
  anyRule: 'Any rule',
  month: 'Month',
  anyTime: 'Any month',
  count: (count: number, figure: string) => (count === 1 ? '1 breach' : `${figure} breaches`),

  none: 'No rule was broken',
  noneMeaning: 'When a rule is broken it is written down here by itself, with the trades and the figures behind it.',
  noMatch: 'Nothing matches',
  noMatchMeaning: 'No breach is all of what the filters ask for.',
  clear: 'Clear filters',
  toCalendar: 'Calendar',

  notFound: 'There is no such breach',
  notFoundMeaning: 'It is not in this book, or has not arrived on this device yet.',
  week: (week: string, year: string) => `Week ${week}, ${year}`,

  withdrawnOn: (time: string) => `Withdrawn ${time}.`,
  withdrawnBecause: {
    trade_changed: 'A trade was corrected, and the rule was not broken after all. What was recorded stays on the record.',
    rules_changed: 'The rules were changed, and by those it was not broken. What was recorded stays on the record.',
  },
  figures: 'Figures',
  figure: 'It came to',
  limit: 'The limit',
  over: 'Above the limit by',
  judgedMonth: 'Judged on',
  reviewed: 'Review',
  recorded: 'First recorded',
  days: 'Days',
  trades: 'Trades behind it',
  noTrades: 'Its trades are not in this book any more.',
  between: (from: string, to: string) => `${from} – ${to}`,
  stillOpen: 'still open',
  allAccounts: 'All',
  history: 'On the record',
  historyFailed: 'What was recorded could not be read',
  told: { BreachRecorded: 'Recorded', BreachChanged: 'Its figures changed', BreachWithdrawn: 'Withdrawn' },
  because: { trade_changed: 'A trade was corrected.', rules_changed: 'The rules were changed.' },
  figureOf: (figure: string, limit: string) => `${figure}, where ${limit} is the limit`,

  onDay: 'Rules broken',
  noneOnDay: 'No rule was broken.',
  reviewOf: (week: string) => `Review of week ${week}`,
};

/** How days, amounts and shares are printed where it is said. */
interface Printed {
  day(day: string): string;
  month(day: string): string;
  count(count: number): string;
  percent(figure: string): string;
  amount(figure: string, currency: string, style: { readonly currency: boolean }): string;
}

type Figures = Pick<Finding, 'figure' | 'limit' | 'currency' | 'rule_key'>;

/** A figure of a breach as what it is: money, percent, or a number of something. */
export function figureOf({ rule_key, currency }: Figures, text: string, printed: Printed): string {
  if (inPercent.has(rule_key)) return printed.percent(text);
  if (currency !== null && inMoney.has(rule_key)) return printed.amount(text, currency, { currency: true });
  return printed.count(Number(text));
}

const inPercent: ReadonlySet<RuleKey> = new Set<RuleKey>(['risk_cap_exceeded', 'prop_consistency']);
const inMoney: ReadonlySet<RuleKey> = new Set<RuleKey>(['day_loss_exceeded', 'prop_daily_loss', 'prop_trailing_drawdown']);

/** Where the year is said beside it. */
export const withoutYear = <P extends Printed & { dayInYear(day: string): string }>(printed: P): P => ({
  ...printed,
  day: printed.dayInYear,
});

/** What was done and what the rule allows; the symbol is that of its trade, where it is about one. */
export function sentenceOfBreach(finding: Finding, printed: Printed, symbol = 'A trade'): string {
  const figure = figureOf(finding, finding.figure, printed);
  const limit = figureOf(finding, finding.limit, printed);
  const [first = '', last = first] = [finding.days[0], finding.days.at(-1)];
  const on = printed.day(first);
  const sentences: { readonly [Rule in RuleKey]: () => string } = {
    loss_streak_day: () => `${figure} losses in a row on ${on}; the rule allows ${limit}.`,
    losing_days_week: () => `${figure} losing days in a row, ${on} to ${printed.day(last)}; the rule allows ${limit}.`,
    losing_weeks_month: () => `${figure} losing weeks in a row in ${printed.month(first)}; the rule allows ${limit}.`,
    risk_cap_exceeded: () => `${symbol} was meant to risk ${figure}; ${limit} was allowed.`,
    day_loss_exceeded: () => `${figure} lost on ${on}; the rule allows ${limit}.`,
    day_trades_exceeded: () => `${figure} trades opened on ${on}; the rule allows ${limit}.`,
    cool_off_ignored: () => `${opened(finding.figure, figure)} on ${on} during the pause after losses.`,
    outside_allowed_hours: () => `${symbol} was opened outside the allowed hours on ${on}.`,
    instrument_not_allowed: () => `${symbol} was traded on ${on}, and the rules leave it out.`,
    prop_daily_loss: () => `${figure} lost on ${on}; the prop firm allows ${limit}.`,
    prop_trailing_drawdown: () => `The account fell ${figure} from its highest; the prop firm allows ${limit}.`,
    prop_consistency: () => `${on} made ${figure} of the whole profit; the prop firm allows ${limit}.`,
  };
  return sentences[finding.rule_key]();
}

const opened = (count: string, figure: string): string => (count === '1' ? '1 trade opened' : `${figure} trades opened`);

import type { RuleKey } from '@taffrail/domain/discipline';
import { verdict as shared } from '@taffrail/face/words';

/** What each rule is called, where there is room for two or three words. */
export const ruleNames: { readonly [Rule in RuleKey]: string } = {
  loss_streak_day: 'Losses in a row',
  losing_days_week: 'Losing days',
  losing_weeks_month: 'Losing weeks',
  risk_cap_exceeded: 'Over risk cap',
  day_loss_exceeded: 'Day loss',
  day_trades_exceeded: 'Too many trades',
  cool_off_ignored: 'No cool-off',
  outside_allowed_hours: 'Outside hours',
  instrument_not_allowed: 'Instrument not allowed',
  prop_daily_loss: 'Firm: day loss',
  prop_trailing_drawdown: 'Firm: drawdown',
  prop_consistency: 'Firm: consistency',
};

/** What may be done now, and what stands against it. */
export const discipline = {
  ...shared,
  title: 'What may I do now',
  account: 'Account',
  may: 'You may trade',
  mayOnPaper: 'You may trade on paper',
  mayNot: 'No trade now',
  mayNotUntil: (when: string) => `No trade before ${when}`,

  tradesLeft: 'Trades left today',
  tradeLimit: (limit: string, whose: string) => `of ${limit}, ${whose}`,
  ownRules: 'your rules',
  risk: 'Risk in one trade',
  riskFrom: { account_cap: 'cap of the account', grade_cap: 'cap of the grade' } as { readonly [rule: string]: string | undefined },
  size: 'Size of one trade',
  phase: 'Phase',
  phasesNotBegun: 'Not begun',
  watch: 'Downgrade watch',

  breaches: 'Rules broken',
  withdrawn: 'Withdrawn',
  withdrawnBecause: { trade_changed: 'after a trade was corrected', rules_changed: 'after the rules were changed' },
  overrides: 'Overrides',
  overriddenAt: (time: string) => `Overridden ${time}`,
  over: 'It went over',

  noRules: 'Your rules are the usual ones',
  noRulesMeaning: 'Say once what you keep to, how large your accounts are and which phase you are in. It takes a minute.',
  setRules: 'Set my rules',
};

/** The rules themselves, where they are set. */
export const rules = {
  failed: 'The rules could not be read',
  meaning: 'A limit may be reached; going beyond it is a breach. Days are those of your accounts.',
  save: 'Save the rules',
  saved: 'These rules count from today on.',
  readsOnly: 'You may read these rules. Whoever may write in this book can change them.',
  usual: 'These are the usual rules. They count until you say otherwise.',
  since: (day: string) => `These rules count since ${day}.`,

  losses: 'Losses',
  inRow: 'At most so many in a row',
  lossesInRow: 'Losses in a day',
  losingDays: 'Losing days in a week',
  losingWeeks: 'Losing weeks in a month',
  dayLoss: 'Most that a day may lose',
  lossKinds: { none: 'No limit', money: 'Amount', percent: 'Percent' },
  lossAmount: 'Amount',
  lossPercent: { each: 'Percent of each account', one: 'Percent of the account' },

  trades: 'Trades',
  tradesPerDay: 'Trades opened in a day',
  tradesPerDayHint: 'In all accounts together. Empty for no limit.',
  coolOff: 'Pause after losses',
  coolOffAfter: 'After so many losses in a row',
  coolOffMinutes: 'For minutes',

  hours: 'Hours',
  hoursMeaning: 'Trades are opened only then. Without any hours, at any time.',
  addHours: 'Add hours',
  hoursName: (place: number) => `Hours ${place}`,
  removeHours: 'Remove these hours',
  weekdays: 'Days',
  weekdayNames: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' },
  from: 'From',
  to: 'To',
  zone: 'Time zone',

  instruments: 'Instruments',
  instrumentModes: { none: 'Any', allow: 'Only these', deny: 'All but these' },
  types: 'Kinds',
  typeNames: { option: 'Options', stock: 'Stocks', future: 'Futures' },
  symbols: 'Symbols',

  accounts: 'Accounts',
  accountsMeaning: 'What percentages are of, and the most that one trade may risk.',
  noAccounts: 'There is no account yet.',
  size: 'Account size',
  sizeHint: 'Empty while you would rather not say.',
  maxRisk: 'Risk per trade, %',
  prop: 'Held to the rules of a prop firm',
  propNeedsSize: 'Say first how large the account is.',
  propSince: 'Handed over on',
  propDailyLoss: 'Day loss of the firm',
  propDrawdown: 'Drawdown from the highest',
  propConsistency: 'Most of the profit in one day, %',

  alerts: 'Tell me when a rule is broken',
};

/** The first minute with rules, on one page. */
export const firstRules = {
  title: 'What you keep to',
  meaning: 'Size and freedom are earned. This is what most begin with; change what you like, now or later in the settings.',
  ofAccount: (label: string, account: string) => `${label} · ${account}`,
  phase: 'The phase you are in',
  phaseMeanings: {
    experience: 'Paper only, until it works.',
    proof: 'One small trade a day.',
    trial: 'Real money, small size.',
    scaling: 'Size grows and shrinks with the results.',
  },
  action: 'Begin with these',
  later: 'Later',
};

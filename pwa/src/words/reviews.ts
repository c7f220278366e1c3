/** A week, looked back upon. */
export const reviews = {
  title: (week: string) => `Week ${week}`,
  titleInYear: (week: string, year: string) => `Week ${week}, ${year}`,
  between: (first: string, last: string) => `${first} – ${last}`,
  notAWeek: (given: string) => `${given} is not a week. A week is written like 2026-W47.`,
  toThisWeek: 'This week',
  previous: 'Week before',
  next: 'Week after',
  failed: 'The week could not be read',

  kept: 'Trades by the rules',
  broken: 'Trades under a breach',
  breaches: 'Breaches',
  overrides: 'Overrides',
  unknown: 'No result is known',
  trades: (count: number, figure: string) => (count === 1 ? '1 trade' : `${figure} trades`),

  nothing: 'Nothing was closed in this week',
  nothingMeaning: 'When trades of it are closed, what they made by the rules and against them stands here.',
  allKept: 'No rule was broken in this week.',

  byRule: 'What each broken rule came to',
  byRuleMeaning: 'What cost most comes first. A trade may be under several rules.',
  rule: 'Rule',
  times: 'Times',
  tradesHeading: 'Trades',
  net: 'Net P&L',

  noOverrides: 'Nothing was overridden.',

  sessions: 'Sessions',
  noSessions: 'No session was measured in this week yet. Each is measured when it ends.',
  day: 'Day',
  wonLost: 'Won, lost',
  winRate: 'Win rate',
  rewardToRisk: 'Reward to risk',
  rewardToRiskMeaning: 'Mean R of winners divided by that of losers',
  dash: '–',
  dayRules: 'Day rules',
  dayRulesMeaning: 'Rules about the whole day that were broken, such as losses in a row',
  counts: (won: string, lost: string) => `${won} – ${lost}`,
};

/** What the icon shows to whoever only looks. */
export const glance = {
  title: 'What may I do now',
  noBook: 'There is no book in this browser yet. Open the panel to begin.',
  openPanel: 'Open the panel',
  line: 'A trade in a line',
  lineHint: 'Such as +100 AAPL 190.50 s 188. With a price it is filled, without one it is planned.',
  record: 'Record',
  plan: 'Plan it',
  recorded: (symbol: string) => `${symbol} is recorded.`,
  planned: (symbol: string) => `${symbol} is planned.`,
  notRead: 'That is no trade yet: say how much of what.',
};

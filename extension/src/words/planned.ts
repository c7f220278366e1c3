/** What became of a plan, once its order was sent. */
export const planned = {
  title: 'Planned, not filled yet',
  count: (count: number) => `${count} planned`,
  trade: (side: 'buy' | 'sell', quantity: string) => `${side} ${quantity}`,
  legs: 'several legs',
  inTheApp: 'Each leg has a price of its own: say in the app how it was filled.',
  quantity: 'How much',
  price: 'At what price',
  filled: 'Filled',
  recorded: (symbol: string) => `The fill of ${symbol} is recorded.`,
  notTraded: 'Not traded',
  giveUpTitle: (symbol: string) => `Give up the plan of ${symbol}?`,
  giveUpMeaning: 'The plan ends here and stays on record. This cannot be taken back.',
  giveUp: 'Give it up',
  givenUp: (symbol: string) => `The plan of ${symbol} is given up.`,
};

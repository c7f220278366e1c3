/** What was asked of the broker. */
export const orders = {
  title: 'Orders',
  pending: (count: number) => (count === 1 ? '1 order at the broker' : `${count} orders at the broker`),
  sides: { buy: 'Buy', sell: 'Sell' },
  market: 'at the market',
  limit: (price: string) => `limit ${price}`,
  until: (time: string) => `until ${time}`,
  outlived: (time: string) => `ran out ${time}`,
  untilCancelled: 'until cancelled',
  actions: (symbol: string) => `More about the order for ${symbol}`,
  execute: 'Filled',
  executing: (symbol: string) => `The order for ${symbol} was filled`,
  executed: (symbol: string) => `${symbol} is recorded.`,
  cancel: 'Cancel the order',
  expire: 'It ran out',
  cancelled: (symbol: string) => `The order for ${symbol} is cancelled here. Cancel it at your broker too.`,
};

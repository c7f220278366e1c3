export { desk } from '../../tradelog/testing/desk.ts';

export const strategies = '/api/risk-graph/strategies';

export const butterfly = {
  symbol: 'SPX',
  underlying: 'I:SPX',
  strategy: 'butterfly',
  side: 'call',
  strike: '6100',
  width: '25',
  dte: 9,
  debit: '2.35',
};

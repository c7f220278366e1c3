export { openTrader, type Trader } from './trader.ts';

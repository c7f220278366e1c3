export { openTrader, type Trader } from './trader.ts';
export { picturesTaken } from './attachmentHabits.ts';

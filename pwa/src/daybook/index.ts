export { TradingDayPage } from './tradingDayPage.tsx';

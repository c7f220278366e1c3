export { TradePage } from './tradePage.tsx';

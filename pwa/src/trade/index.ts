export { NewTradePage } from './newTradePage.tsx';
export { TradePage } from './tradePage.tsx';

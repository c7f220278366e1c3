import type { Adapter } from '../adapter.ts';
import { untried } from './common.ts';

/**
 * The classes `trading-ticket`, `search-box--input`, `radio-group`, `select-input combobox` and `numeric-input feedback-wrapper` are public
 * in github.com/michael-abdo/tradovate_interface. The page keeps several tickets and shows one.
 */
export const tradovate: Adapter = {
  ...untried,
  id: 'tradovate',
  name: 'Tradovate',
  matches: ['https://trader.tradovate.com/*'],
  ticket: ['.trading-ticket', '.order-ticket'],
  fields: {
    symbol: {
      read: [
        { selector: '.search-box--input', from: 'value' },
        { selector: '.contract-symbol span', from: 'text' },
      ],
    },
    side: {
      read: [
        { selector: '.radio-group.btn-group label.active', from: 'text', map: 'side' },
        { selector: '.radio-group.btn-group input:checked', from: 'value', map: 'side' },
      ],
    },
    quantity: { read: [{ selector: '.select-input.combobox input', from: 'value' }] },
    price: { optional: true, read: [{ selector: '.numeric-input.feedback-wrapper input', from: 'value' }] },
    account: { optional: true, read: [{ selector: '.account-selector .account-name', from: 'text', within: 'page' }] },
  },
  number_locale: { decimal: '.', group: ',' },
  value_maps: { side: { buy: 'buy', sell: 'sell' } },
  submit: {
    selector: ['.btn-group .btn-primary'],
    says: { side: { pattern: '^(Buy|Sell|BUY|SELL)', map: 'side' }, quantity: { pattern: '\\b\\d[\\d,]*\\b' } },
  },
};

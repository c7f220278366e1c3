import type { Adapter } from '../adapter.ts';
import { untried } from './common.ts';

/**
 * No public source names the parts of this page, so the adapter goes by what any ticket shows to who cannot see it: roles and labels. It
 * reads in English; where it does not read, the page is taught.
 */
export const interactiveBrokers: Adapter = {
  ...untried,
  id: 'interactive-brokers',
  name: 'Interactive Brokers Client Portal',
  matches: [
    'https://*.interactivebrokers.com/portal/*',
    'https://*.interactivebrokers.co.uk/portal/*',
    'https://*.interactivebrokers.ie/portal/*',
  ],
  ticket: ['order-ticket', '[class*="order-ticket"]', '[role="dialog"][aria-label*="rder"]'],
  fields: {
    symbol: {
      read: [
        { selector: '[data-testid="order-ticket-symbol"]', from: 'text' },
        { selector: '[class*="order-ticket"] [class*="symbol"]', from: 'text' },
      ],
    },
    side: {
      read: [
        { selector: '[role="tab"][aria-label="Buy"], [role="radio"][aria-label="Buy"]', from: 'checked', map: 'buy_chosen' },
        { selector: '[role="tab"][aria-label="Sell"], [role="radio"][aria-label="Sell"]', from: 'checked', map: 'sell_chosen' },
      ],
    },
    quantity: {
      read: [
        { selector: 'input[aria-label="Quantity"]', from: 'value' },
        { selector: '[role="spinbutton"][aria-label="Quantity"]', from: 'aria' },
      ],
    },
    price: { read: [{ selector: 'input[aria-label="Limit Price"]', from: 'value' }] },
    stop: { read: [{ selector: 'input[aria-label="Stop Price"], input[aria-label="Stop Loss"]', from: 'value' }] },
    target: { read: [{ selector: 'input[aria-label="Profit Taker"]', from: 'value' }] },
    account: { read: [{ selector: '[aria-label="Account"]', from: 'text' }] },
  },
  number_locale: 'page',
  value_maps: { buy_chosen: { true: 'buy' }, sell_chosen: { true: 'sell' }, side: { buy: 'buy', sell: 'sell' } },
  submit: {
    selector: ['button[aria-label="Submit Order"]', '[data-testid="submit-order"]'],
    says: { side: { pattern: '\\b(Buy|Sell|BUY|SELL)\\b', map: 'side' }, quantity: { pattern: '\\b\\d[\\d.,]*\\b' } },
  },
};

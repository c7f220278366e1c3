import type { Adapter } from '../adapter.ts';
import { untried } from './common.ts';

/**
 * The names `order-panel`, `side-control-buy`, `quantity-field`, `order-ticket-take-profit-input` and `place-and-modify-button` are public
 * in scripts that people wrote for the page (github.com search for "side-control-buy"). Stop and target can also be written in ticks or
 * money there, which is said in a list beside them: then they are not prices, and are not read.
 * The names around prices are guesses.
 */
export const tradingView: Adapter = {
  ...untried,
  id: 'tradingview',
  name: 'TradingView',
  matches: ['https://www.tradingview.com/*', 'https://*.tradingview.com/chart/*'],
  ticket: ['[data-name="order-panel"]', '[data-name="order-dialog"]', '[class*="orderTicket"]'],
  fields: {
    symbol: {
      read: [
        { selector: '[data-name="order-ticket-symbol"]', from: 'text' },
        { selector: '#header-toolbar-symbol-search', from: 'text', within: 'page' },
      ],
    },
    side: {
      read: [
        { selector: '[data-name="side-control-buy"]', from: 'checked', map: 'buy_pressed' },
        { selector: '[data-name="side-control-sell"]', from: 'checked', map: 'sell_pressed' },
      ],
    },
    quantity: {
      read: [
        { selector: '#quantity-field', from: 'value' },
        { selector: '[data-name="units-input"] input', from: 'value' },
      ],
    },
    price: {
      read: [
        { selector: '[data-name="limit-price-field"] input', from: 'value' },
        { selector: '#absolute-limit-price-field', from: 'value' },
        { selector: '[data-name="price-input"] input', from: 'value' },
      ],
    },
    stop: {
      read: [
        { selector: '[data-qa-id~="order-ticket-stop-loss-input"][data-unit="price"]', from: 'value' },
        { selector: '[data-name="stop-loss-price-input"] input', from: 'value' },
      ],
    },
    target: {
      read: [
        { selector: '[data-qa-id~="order-ticket-take-profit-input"][data-unit="price"]', from: 'value' },
        { selector: '[data-name="take-profit-price-input"] input', from: 'value' },
      ],
    },
  },
  number_locale: 'page',
  value_maps: {
    buy_pressed: { true: 'buy' },
    sell_pressed: { true: 'sell' },
    side: {
      buy: 'buy',
      sell: 'sell',
      kauf: 'buy',
      kaufen: 'buy',
      verkauf: 'sell',
      verkaufen: 'sell',
      acheter: 'buy',
      vendre: 'sell',
      comprar: 'buy',
      vender: 'sell',
    },
  },
  submit: {
    selector: ['[data-name="place-and-modify-button"]'],
    says: { side: { pattern: '^[^\\s\\d]+', map: 'side' }, quantity: { pattern: '\\b\\d[\\d.,]*\\b' } },
  },
};

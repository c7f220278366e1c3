import type { Adapter } from '../adapter.ts';
import { untried } from './common.ts';

/**
 * The ids `FormRow-BUY-price`, `FormRow-SELL-quantity`, `FormRow-BUY-stopPrice`, `autoFormBUY` and `orderformBuyBtn` are public in scripts
 * that people wrote for the page (github.com search for "FormRow-BUY-"). The forms for buying and for selling stand side by side, each a
 * ticket of its own.
 */
export const binance: Adapter = {
  ...untried,
  id: 'binance',
  name: 'Binance',
  matches: ['https://www.binance.com/*'],
  ticket: ['#autoFormBUY, #autoFormSELL', 'form[name="orderform"]'],
  fields: {
    symbol: {
      read: [
        { selector: '[data-testid="trade-symbol"]', from: 'text', within: 'page' },
        { selector: 'h1', from: 'text', within: 'page', pattern: '[A-Z0-9]{2,}/?[A-Z0-9]{2,}' },
      ],
    },
    side: { read: [{ selector: '[id^="FormRow-"][id$="-quantity"]', from: 'attribute:id', pattern: 'BUY|SELL', map: 'side' }] },
    quantity: { read: [{ selector: '[id^="FormRow-"][id$="-quantity"]', from: 'value' }] },
    price: {
      optional: true,
      read: [
        { selector: '[id^="FormRow-"][id$="-stopLimitPrice"]', from: 'value' },
        { selector: '[id^="FormRow-"][id$="-price"]', from: 'value' },
      ],
    },
  },
  number_locale: 'page',
  value_maps: { side: { buy: 'buy', sell: 'sell' } },
  submit: { selector: ['#orderformBuyBtn, #orderformSellBtn'], says: { side: { pattern: '^(Buy|Sell)', map: 'side' } } },
};

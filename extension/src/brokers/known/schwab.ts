import type { Adapter } from '../adapter.ts';
import { untried } from './common.ts';

/**
 * The ids `_txtSymbol`, `_action`, `ordernumber01inputqty-stepper-input`, `limitprice-stepper-input` and the class `mcaio-order--reviewbtn`
 * are public in github.com/itsjafer/schwab-api;
 * what is around them is a guess.
 */
export const schwab: Adapter = {
  ...untried,
  id: 'schwab',
  name: 'Charles Schwab',
  matches: ['https://client.schwab.com/*'],
  ticket: ['#mcaio-ticket', '[id^="mcaio-order"]', '.mcaio-order', '#aiott'],
  fields: {
    symbol: { read: [{ selector: '#_txtSymbol', from: 'value' }] },
    side: { read: [{ selector: '#_action', from: 'text', map: 'action' }] },
    quantity: {
      read: [
        { selector: '#ordernumber01inputqty-stepper-input', from: 'value' },
        { selector: '[id^="ordernumber"][id$="inputqty-stepper-input"]', from: 'value' },
      ],
    },
    price: { optional: true, read: [{ selector: '#limitprice-stepper-input', from: 'value' }] },
    stop: { optional: true, read: [{ selector: '#stopprice-stepper-input', from: 'value' }] },
    account: { optional: true, read: [{ selector: '#account-selector', from: 'text', within: 'page' }] },
  },
  number_locale: { decimal: '.', group: ',' },
  value_maps: { action: { buy: 'buy', sell: 'sell', 'sell short': 'sell', 'buy to cover': 'buy' } },
  submit: null,
};

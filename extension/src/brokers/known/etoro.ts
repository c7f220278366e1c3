import type { Adapter } from '../adapter.ts';
import { untried } from './common.ts';

/**
 * The attribute `automation-id` with `open-position-amount-input-amount` and `open-position-by-value-submit-button` is public in scripts
 * that people wrote for the page (github.com search for "open-position-amount-input"), and so are `execution-stop-loss-rate-input` and its
 * kind in the older dialog. What is invested is an amount of money and no quantity: it is read only where the ticket counts units.
 */
export const etoro: Adapter = {
  ...untried,
  id: 'etoro',
  name: 'eToro',
  matches: ['https://www.etoro.com/*'],
  ticket: ['[automation-id="open-position-dialog"]', 'et-open-position', '.execution-main'],
  fields: {
    symbol: {
      read: [
        { selector: '[automation-id="open-position-instrument-symbol"]', from: 'text' },
        { selector: '[data-etoro-automation-id="execution-instrument-name"]', from: 'text' },
      ],
    },
    side: {
      read: [
        {
          selector: '[automation-id="open-position-buy-button"], [data-etoro-automation-id="execution-buy-button"]',
          from: 'checked',
          map: 'buy_chosen',
        },
        {
          selector: '[automation-id="open-position-sell-button"], [data-etoro-automation-id="execution-sell-button"]',
          from: 'checked',
          map: 'sell_chosen',
        },
      ],
    },
    quantity: { read: [{ selector: 'input[automation-id="open-position-amount-input-units"]', from: 'value' }] },
    price: { read: [{ selector: 'input[automation-id="open-position-rate-input"]', from: 'value' }] },
    stop: {
      read: [
        { selector: 'input[automation-id="open-position-stop-loss-rate"]', from: 'value' },
        { selector: '[data-etoro-automation-id="execution-stop-loss-rate-input"] input', from: 'value' },
      ],
    },
    target: {
      read: [
        { selector: 'input[automation-id="open-position-take-profit-rate"]', from: 'value' },
        { selector: '[data-etoro-automation-id="execution-take-profit-rate-input"] input', from: 'value' },
      ],
    },
  },
  number_locale: 'page',
  value_maps: { buy_chosen: { true: 'buy' }, sell_chosen: { true: 'sell' } },
  submit: null,
};

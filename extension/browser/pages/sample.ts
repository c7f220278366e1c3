import type { Adapter } from '../../src/brokers/index.ts';

/** An adapter for the tickets of extension/fixtures/pages that are called `#order`. */
export const sample: Adapter = {
  format: 'taffrail.adapter',
  version: 1,
  id: 'sample',
  name: 'Sample',
  matches: ['https://broker.example.com/*'],
  ticket: ['#order'],
  fields: {
    symbol: { read: [{ selector: '#symbol', from: 'text' }] },
    side: { read: [{ selector: '#side', from: 'text', map: 'side' }] },
    quantity: { read: [{ selector: '#shares', from: 'value' }] },
  },
  number_locale: 'page',
  value_maps: { side: { buy: 'buy', sell: 'sell', kauf: 'buy', verkauf: 'sell' } },
  submit: null,
  adapter_version: 1,
  last_verified: null,
  status: 'experimental',
  fingerprint: null,
};

/** The same, but that it looks for the quantity elsewhere. */
export const withQuantityAt = (selector: string, from: 'text' | 'value' = 'value'): Adapter => ({
  ...sample,
  fields: { ...sample.fields, quantity: { read: [{ selector, from }] } },
});

import type { Refusal } from '@taffrail/domain/kernel';
import { refused } from '../../words/index.ts';

type Details = Refusal['details'];

/** The field that a refusal is about, where it is about one. */
const fields: { readonly [code: string]: string | ((details: Details) => string | undefined) } = {
  account_closed: 'account_id',
  amount_too_fine: ({ what }) => (typeof what === 'string' ? amountFields[what] : undefined),
  amount_too_large: ({ what }) => (typeof what === 'string' ? amountFields[what] : undefined),
  fill_after_expiry: 'occurred_at',
  fill_before_listing: 'occurred_at',
  fill_in_the_future: 'occurred_at',
  fill_too_large: 'quantity',
  future_expiry_missing: 'expiry',
  limit_price_missing: 'limit_price',
  market_order_with_limit: 'limit_price',
  more_than_held: 'quantity',
  multiplier_unknown: 'multiplier',
  not_expired_yet: 'occurred_at',
  option_terms_missing: ({ missing }) => (Array.isArray(missing) ? String(missing[0]) : undefined),
  order_outlived: 'good_until',
  order_price_missing: 'price',
  price_far_off: 'price',
  quantity_not_positive: 'quantity',
  transfer_against_position: 'side',
};

const amountFields: { readonly [what: string]: string } = { 'A fee': 'fees', 'A planned risk': 'risk' };

export function fieldOf({ code, details }: Refusal): string | undefined {
  if (code === 'invalid_input') {
    const { at } = details;
    return typeof at === 'string' ? at.split('.').findLast((part) => !/^\d+$/.test(part)) : undefined;
  }
  const field = fields[code];
  return typeof field === 'function' ? field(details) : field;
}

/** As it reads beside its field: the path of an input and the id of a leg say nothing to whoever looks at the form. */
export function sentenceOfRefusal({ code, details, sentence }: Refusal): string {
  const own = refused[code];
  return own === undefined ? sentence : own(details);
}

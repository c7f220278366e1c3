import { refusalsFrom } from '../kernel/index.ts';
import { MOST_FILLS, MOST_LEGS } from './limits.ts';

const commaList = (names: readonly string[]): string => names.join(', ');

/** Everything the trade log says no to, in the trader's words. */
export const refusals = refusalsFrom({
  account_closed: (d: { account: string }) => `The account ${d.account} is closed and takes no new positions; reopen it first.`,
  account_not_closed: (d: { account: string }) => `The account ${d.account} is open already.`,
  account_currency_fixed: (d: { account: string; currency: string }) =>
    `The account ${d.account} is kept in ${d.currency}, and so is everything booked in it; open another account for another currency.`,
  nothing_to_change: () => 'This edit changes nothing; say at least one thing that should be different.',

  amount_too_fine: (d: { what: string; amount: string; currency: string; digits: number }) =>
    `${d.what} of ${d.amount} cannot be paid in ${d.currency}, which has ${d.digits} decimals; round it.`,
  amount_too_large: (d: { what: string; amount: string; currency: string }) =>
    `${d.what} of ${d.amount} ${d.currency} is more than can be kept exactly; check the number.`,

  option_terms_missing: (d: { leg_id: string; missing: readonly string[] }) =>
    `An option leg needs expiry, strike and right; leg ${d.leg_id} lacks ${commaList(d.missing)}.`,
  future_expiry_missing: (d: { leg_id: string }) => `A future leg needs its expiry; leg ${d.leg_id} has none.`,
  leg_terms_not_for_type: (d: { leg_id: string; instrument_type: string; terms: readonly string[] }) =>
    `A ${d.instrument_type} has no ${commaList(d.terms)}; leave it out of leg ${d.leg_id}.`,
  multiplier_unknown: (d: { leg_id: string; symbol: string }) =>
    `The multiplier of the future ${d.symbol} is not known here; give it with leg ${d.leg_id} as "multiplier".`,
  id_used_twice: (d: { noun: string; id: string }) => `The ${d.noun} id ${d.id} is used already; every ${d.noun} needs its own.`,
  too_many_legs: (d: { legs: number }) => `A position has at most ${MOST_LEGS} legs; this would make ${d.legs}.`,
  too_many_fills: (d: { fills: number }) => `A position has at most ${MOST_FILLS} fills; this would make ${d.fills}.`,
  leg_not_in_position: (d: { leg_id: string; position_id: string }) =>
    `Leg ${d.leg_id} does not belong to position ${d.position_id}; a fill goes to a leg of its own position.`,
  leg_has_fills: (d: { leg: string }) => `${d.leg} has fills and cannot be removed; void or detach them first.`,
  last_leg: () => 'A position keeps at least one leg; close the position instead.',

  fill_in_the_future: (d: { at: string; now: string }) =>
    `A fill at ${d.at} lies in the future (it is ${d.now}); record it once it has happened.`,
  fill_before_listing: (d: { leg: string; listed_on: string; day: string }) =>
    `${d.leg} was first listed on ${d.listed_on}; a fill on ${d.day} comes before that.`,
  fill_after_expiry: (d: { leg: string; expiry: string; day: string }) =>
    `${d.leg} expired on ${d.expiry}; it cannot trade on ${d.day}. Record an expiry, assignment or settlement instead.`,
  fill_too_large: (d: { leg: string; price: string; quantity: string }) =>
    `${d.quantity} of ${d.leg} at ${d.price} is worth more than can be kept exactly; check price and quantity.`,
  fill_not_in_position: (d: { fill_id: string; position_id: string }) => `There is no fill ${d.fill_id} in position ${d.position_id}.`,
  fill_voided: (d: { fill_id: string }) => `Fill ${d.fill_id} has been voided; record a new one instead.`,

  position_closed: (d: { position_id: string }) => `Position ${d.position_id} is closed already.`,
  position_merged: (d: { position_id: string; merged_into: string }) =>
    `Position ${d.position_id} was merged into ${d.merged_into}; do this there.`,
  legs_still_open: (d: { legs: readonly string[] }) =>
    `Closing needs a price for every open leg; these have none: ${commaList(d.legs)}. Give it under "fills".`,
  leg_is_flat: (d: { leg: string }) => `Nothing of ${d.leg} is open, so there is nothing to close or move out.`,
});

export type TradelogRefusalCode = keyof typeof refusals;

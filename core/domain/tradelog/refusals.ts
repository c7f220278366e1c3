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
  position_continued: (d: { position_id: string; continued_in: string }) =>
    `Position ${d.position_id} is closed and goes on in ${d.continued_in}; record what was traded since there.`,
  position_merged: (d: { position_id: string; merged_into: string }) =>
    `Position ${d.position_id} was merged into ${d.merged_into}; do this there.`,
  legs_still_open: (d: { legs: readonly string[] }) =>
    `Closing needs a price for every open leg; these have none: ${commaList(d.legs)}. Give it under "fills".`,
  leg_is_flat: (d: { leg: string }) => `Nothing of ${d.leg} is open, so there is nothing to close or move out.`,

  position_closed_before: (d: { position_id: string; closed_at: string }) =>
    `Position ${d.position_id} was closed at ${d.closed_at}; what comes in later belongs to a new position.`,
  quantity_not_positive: (d: { what: string; quantity: string; instead: string }) =>
    `${d.what} has a quantity above zero; this says ${d.quantity}. ${d.instead}`,
  transfer_against_position: (d: { leg: string; side: string; held: string }) =>
    `${d.held} of ${d.leg} is held, and a ${d.side} cannot be moved in against it; record the trade that closed it.`,
  more_than_held: (d: { leg: string; held: string; quantity: string }) =>
    `Only ${d.held} of ${d.leg} is open; ${d.quantity} cannot leave or be settled.`,
  not_an_option: (d: { leg: string; how: string }) =>
    `${d.leg} is not an option and cannot be ${d.how}; settle it in cash or trade out of it.`,
  nothing_to_settle_against: (d: { leg: string }) => `${d.leg} has no expiry and is never settled; record a trade instead.`,
  assigned_but_long: (d: { leg: string }) => `${d.leg} is held long; only a short option is assigned. A long one is exercised.`,
  exercised_but_short: (d: { leg: string }) => `${d.leg} is held short; only a long option is exercised. A short one is assigned.`,
  not_expired_yet: (d: { leg: string; expiry: string; day: string }) =>
    `${d.leg} expires on ${d.expiry}; on ${d.day} it has not expired or settled yet.`,

  same_position: () => 'These are one and the same position; name two different ones.',
  different_accounts: (d: { here: string; there: string }) =>
    `The positions are booked in different accounts (${d.here} and ${d.there}); fills move only within one account. Record a transfer instead.`,
  leg_ids_missing: (d: { needed: number; given: number }) =>
    `Moving these fills adds at least ${d.needed} legs, and ${d.given} ids were given for them; give one for each.`,
  split_takes_everything: () => 'A split leaves at least one leg behind; leave one out.',

  limit_price_missing: () => 'A limit order needs its limit price.',
  market_order_with_limit: (d: { limit_price: string }) =>
    `A market order has no limit price; leave out ${d.limit_price} or make it a limit order.`,
  order_outlived: (d: { good_until: string; now: string }) =>
    `The order would be good until ${d.good_until}, which is past (it is ${d.now}).`,
  order_not_pending: (d: { order_id: string; status: string }) => `Order ${d.order_id} is ${d.status} already.`,
  order_not_expired: (d: { good_until: string | null; now: string }) =>
    d.good_until === null
      ? 'This order is good until cancelled and does not expire; cancel it.'
      : `The order is good until ${d.good_until} (it is ${d.now}); cancel it if it is no longer wanted.`,
  order_fills_missing: (d: { legs: readonly string[] }) =>
    `Executing an order needs a fill for every leg; these have none: ${commaList(d.legs)}.`,
  order_price_missing: (d: { leg: string }) =>
    `A price is needed for ${d.leg}; only a limit order with one leg fills at its limit by itself.`,
  leg_not_in_order: (d: { leg_id: string; order_id: string }) => `Leg ${d.leg_id} does not belong to order ${d.order_id}.`,
  order_turns_around: (d: { leg: string }) =>
    `This order would turn ${d.leg} around into a new trade; cancel it and record what traded as a fill.`,

  entry_withdrawn: (d: { entry_id: string }) => `Journal entry ${d.entry_id} has been withdrawn; write a new one.`,
});

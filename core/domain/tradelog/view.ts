import {
  type Day,
  type DecimalText,
  type Instant,
  type Versioned,
  decimalText,
  moneyText,
  multiply,
  decimal,
  tradingDayOf,
} from '../kernel/index.ts';
import type { Account } from './account.ts';
import { averageOf, entryOf, netDebitOf } from './entry.ts';
import { daysToExpiry } from './expiry.ts';
import { type Figure, type Note, amountText, isKnown } from './figure.ts';
import type { Fill } from './fill.ts';
import { type LegBook, booksOf, costOf } from './matching.ts';
import { type Extremes, extremesOf } from './payoff.ts';
import type { Plan } from './plan.ts';
import type { Position } from './position.ts';
import { profitOf, rMultipleOf } from './profit.ts';
import { strategyOf } from './strategy.ts';

/** A position with everything that follows from it; amounts are decimal text in the position's currency. */
export function positionView({ version, state: position }: Versioned<Position>, account: Account, now: Instant) {
  const { initial_risk, plan, fills, legs: _, ...rest } = position;
  return {
    ...rest,
    version,
    plan: plan && planView(plan),
    legs: booksOf(position).map((book) => legView(book, position.currency)),
    fills: fills.map(fillView),
    metadata: metadataOf(position, account, now),
    initial_risk: initial_risk && { amount: moneyText(initial_risk.amount), basis: initial_risk.basis, stop: initial_risk.stop },
  };
}

export type PositionView = ReturnType<typeof positionView>;

function planView({ risk, ...plan }: Plan) {
  return { ...plan, risk: risk && moneyText(risk) };
}

function legView({ leg, held, open }: LegBook, currency: string) {
  const average = averageOf(open);
  const cost = costOf(open);
  return {
    ...leg,
    held_quantity: decimalText(held),
    average_open_price: average && decimalText(average),
    open_cost: cost && amountText(multiply(cost, decimal(leg.multiplier)), currency),
  };
}

function fillView({ fees, ...fill }: Fill) {
  return { ...fill, fees: moneyText(fees) };
}

function metadataOf(position: Position, account: Account, now: Instant) {
  const { currency } = position;
  const { max_profit, max_loss } = extremes(position);
  const profit = profitOf(position);
  const figures = {
    net_debit: textOf(netDebitOf(position), decimalText),
    max_profit: textOf(max_profit, (amount) => amountText(amount, currency)),
    max_loss: textOf(max_loss, (amount) => amountText(amount, currency)),
    realised_pnl: textOf(profit.gross, decimalText),
    r_multiple: textOf(rMultipleOf(position, profit), (multiple) => multiple),
  };
  const net = textOf(profit.net, decimalText);
  const dte = daysToExpiry(position, account, now);
  return {
    derived_strategy: strategyOf(position.legs),
    net_debit: figures.net_debit.text,
    dte: isKnown(dte) ? dte.value : null,
    max_profit: figures.max_profit.text,
    max_loss: figures.max_loss.text,
    realised_pnl: { gross: figures.realised_pnl.text, fees: decimalText(profit.fees), net: net.text },
    r_multiple: figures.r_multiple.text,
    opened_day: dayOf(position.opened_at, account),
    closed_day: dayOf(position.closed_at, account),
    notes: notesOf({ ...figures, dte: { note: isKnown(dte) ? null : dte.note } }),
  };
}

function extremes(position: Position): Extremes {
  const entry = entryOf(position);
  return isKnown(entry) ? extremesOf(entry.value) : { max_profit: entry, max_loss: entry };
}

function textOf<T>(figure: Figure<T>, text: (value: T) => DecimalText): { text: DecimalText | null; note: Note | null } {
  return isKnown(figure) ? { text: text(figure.value), note: null } : { text: null, note: figure.note };
}

/** Why each missing figure is missing, under the figure's own name. */
function notesOf(figures: { readonly [name: string]: { readonly note: Note | null } }): { [name: string]: Note } {
  return Object.fromEntries(Object.entries(figures).flatMap(([name, { note }]) => (note === null ? [] : [[name, note]])));
}

function dayOf(instant: Instant | null, account: Account): Day | null {
  return instant === null ? null : tradingDayOf(instant, account);
}

import { absolute, decimal, decimalText, isZero, type Day, type DecimalText } from '@taffrail/domain/kernel';
import type { FieldName, FieldReading, TicketReading } from '../brokers/index.ts';
import type { Typed } from './draft.ts';

/** What the trader means to do, as far as anybody knows it. */
export interface Sketch {
  readonly symbol: string | undefined;
  readonly side: 'buy' | 'sell' | undefined;
  readonly kind: 'stock' | 'future';
  readonly expiry: Day | undefined;
  readonly multiplier: DecimalText | undefined;
  readonly quantity: DecimalText | undefined;
  readonly entry: DecimalText | undefined;
  readonly stop: DecimalText | undefined;
  readonly target: DecimalText | undefined;
}

/** What was typed stands over what was read; what neither says is unknown. */
export function sketchOf(typed: Typed, ticket: TicketReading | null): Sketch {
  const read = (name: FieldName): string | undefined => readIn(ticket?.fields[name]);
  const figure = (name: FieldName): DecimalText | undefined => positive(read(name));
  const side = read('side');
  return {
    symbol: typed.symbol ?? read('symbol'),
    side: typed.side ?? (side === 'buy' || side === 'sell' ? side : undefined),
    kind: typed.kind ?? 'stock',
    expiry: typed.expiry,
    multiplier: typed.multiplier,
    quantity: typed.quantity ?? figure('quantity'),
    entry: typed.entry ?? figure('price'),
    stop: typed.stop ?? figure('stop'),
    target: typed.target ?? figure('target'),
  };
}

export const readIn = (field: FieldReading | undefined): string | undefined => (field?.state === 'read' ? field.value : undefined);

/** Nothing is traded in a quantity of nothing, and a ticket that shows none has not been filled in. */
function positive(text: string | undefined): DecimalText | undefined {
  if (text === undefined) return undefined;
  const figure = decimal(text);
  return isZero(figure) ? undefined : decimalText(absolute(figure));
}

export type Missing = 'symbol' | 'side' | 'quantity' | 'expiry';

/** What is missing before it is a plan. */
export function missingIn({ symbol, side, quantity, kind, expiry }: Sketch): Missing | undefined {
  if (symbol === undefined || symbol.trim() === '') return 'symbol';
  if (side === undefined) return 'side';
  if (quantity === undefined) return 'quantity';
  return kind === 'future' && expiry === undefined ? 'expiry' : undefined;
}

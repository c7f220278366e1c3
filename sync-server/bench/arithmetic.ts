import { add, compare, decimal, decimalText, divide, multiply, negate, type Decimal } from '@taffrail/domain/kernel';
import type { Figure } from './figure.ts';

const FILLS = 1000;
const ROUNDS = 15;
const PASSES = 20;
const PLACES = 12;

/** What exactness costs: our decimals against plain doubles, over the prices and quantities of so many fills. */
export async function arithmetic(): Promise<Figure[]> {
  const prices = fillTexts((i) => (20 + ((i * 7919) % 60_000) / 100).toFixed(2 + (i % 3)));
  const quantities = fillTexts((i) => String((i % 2 === 0 ? 1 : -1) * (1 + ((i * 31) % 50))));
  const exact = { prices: prices.map(decimal), quantities: quantities.map(decimal) };
  const binary = { prices: prices.map(Number), quantities: quantities.map(Number) };
  const next = (i: number) => (i + 1) % FILLS;

  return [
    figure(
      'parse',
      (i) => decimal(prices[i]!),
      (i) => Number(prices[i]!),
    ),
    figure(
      'add',
      (i) => add(exact.prices[i]!, exact.prices[next(i)]!),
      (i) => binary.prices[i]! + binary.prices[next(i)]!,
    ),
    figure(
      'multiply',
      (i) => multiply(exact.prices[i]!, exact.quantities[i]!),
      (i) => binary.prices[i]! * binary.quantities[i]!,
    ),
    figure(
      'divide',
      (i) => divide(exact.prices[i]!, exact.quantities[i]!, PLACES),
      (i) => binary.prices[i]! / binary.quantities[i]!,
    ),
    figure(
      'compare',
      (i) => compare(exact.prices[i]!, exact.prices[next(i)]!),
      (i) => Math.sign(binary.prices[i]! - binary.prices[next(i)]!),
    ),
    figure(
      'print',
      (i) => decimalText(exact.prices[i]!),
      (i) => String(binary.prices[i]!),
    ),
    cashFigure(prices, quantities),
  ];
}

/** From stored text to the cash of all fills: what a rebuild does with them. */
function cashFigure(prices: readonly string[], quantities: readonly string[]): Figure {
  let exact: Decimal = decimal('0');
  let binary = 0;
  return figure(
    'cash of a fill',
    (i) => (exact = add(i === 0 ? decimal('0') : exact, negate(multiply(decimal(prices[i]!), decimal(quantities[i]!))))),
    (i) => (binary = (i === 0 ? 0 : binary) - Number(prices[i]!) * Number(quantities[i]!)),
  );
}

function fillTexts(text: (i: number) => string): string[] {
  return Array.from({ length: FILLS }, (_, i) => text(i));
}

function figure(operation: string, exact: (i: number) => unknown, binary: (i: number) => unknown): Figure {
  const value = nsPerCall(exact);
  return { name: `decimal: ${operation}`, value, unit: 'ns', reference: 'the same in doubles', ratio: value / nsPerCall(binary) };
}

function nsPerCall(call: (i: number) => unknown): number {
  let result: unknown;
  const rounds = Array.from({ length: ROUNDS }, () => {
    const startedAt = process.hrtime.bigint();
    for (let pass = 0; pass < PASSES; pass++) for (let i = 0; i < FILLS; i++) result = call(i);
    return Number(process.hrtime.bigint() - startedAt) / (PASSES * FILLS);
  });
  // Looking at the result keeps the compiler from leaving the work out.
  if (result === undefined) throw new Error('nothing was calculated');
  return rounds.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
}

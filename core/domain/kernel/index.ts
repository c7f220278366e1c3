export { calendarDayOf } from './calendarDay.ts';
export { commandSchema, type Command } from './command.ts';
export {
  asJson,
  type Aggregate,
  type Asked,
  type CommandRule,
  type Context,
  type LoadState,
  type Stance,
  type Versioned,
  type World,
} from './context.ts';
export { counted } from './counted.ts';
export { currencySchema, minorDigits } from './currency.ts';
export { daysBetween, daySchema, type Day } from './day.ts';
export * from './decimal.ts';
export { decimalSchema, percentSchema, priceSchema, quantitySchema, type DecimalLimits, type DecimalText } from './decimalText.ts';
export { derivedId } from './derivedId.ts';
export type { AggregateRef, Fact, FoldedFact, NewFact } from './fact.ts';
export { idSchema, uuidV7, type Id } from './id.ts';
export { addMs, instantFromMs, instantSchema, isAfter, msOf, type Instant } from './instant.ts';
export { sameJson, type Json } from './json.ts';
export { addMoney, decimalOf, exactMoney, moneyFromDecimal, moneySchema, moneyText, negateMoney, zeroMoney, type Money } from './money.ts';
export { OPTION_MULTIPLIER, STOCK_MULTIPLIER, futureMultiplier, usualMultiplier } from './multiplier.ts';
export { isRefusal, refusalsFrom, type Refusal, type RefusalsOf } from './refusal.ts';
export { kernelRefusals, type KernelRefusalCode } from './refusals.ts';
export { type RichText, type RichTextBlock, type RichTextRun, richTextOf, richTextSchema, wordsOf } from './richText.ts';
export * from './settle.ts';
export { lineSchema, proseSchema } from './text.ts';
export { sessionStartSchema, tradingDayBounds, tradingDayOf, zoneSchema, type Session } from './tradingDay.ts';

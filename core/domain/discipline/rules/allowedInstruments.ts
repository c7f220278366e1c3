import type { Finding } from '../finding.ts';
import type { Moment } from '../moment.ts';
import type { Reason } from '../reason.ts';
import type { AllowedInstruments, TradingRules } from '../ruleBook.ts';
import type { DatedTrade, InstrumentType } from '../trade.ts';

interface Instrument {
  readonly symbol: string | null;
  readonly instrument_types: readonly InstrumentType[];
}

export function allowedInstrumentsFindings(trade: DatedTrade, { allowed_instruments }: TradingRules): readonly Finding[] {
  const { position_id, account_id, symbol, opened_on } = trade;
  const what = allowed_instruments === null ? undefined : objection(allowed_instruments, trade);
  if (what === undefined) return [];
  return [
    {
      rule_key: 'instrument_not_allowed',
      scope: 'trade',
      date_or_week: opened_on,
      days: [opened_on],
      account_id,
      currency: null,
      position_ids: [position_id],
      figure: '1',
      limit: '0',
      sentence:
        what === symbol
          ? `${symbol} was traded, which the rules leave out.`
          : `${symbol} was traded with a ${what}, which the rules leave out.`,
    },
  ];
}

export function allowedInstrumentsReasons({ intended }: Moment, { allowed_instruments }: TradingRules): readonly Reason[] {
  const what = allowed_instruments === null ? undefined : objection(allowed_instruments, intended);
  if (what === undefined) return [];
  const sentence = `The rules leave ${what} out; trade something else, or change them.`;
  return [{ rule: 'instrument_not_allowed', effect: 'stops', sentence, figure: null, limit: null, clears_at: null }];
}

/** Why it is not to be traded, if it is not. What has not been said yet is not held against it. */
function objection({ mode, types, symbols }: AllowedInstruments, { symbol, instrument_types }: Instrument): string | undefined {
  const named = symbol !== null && symbols.some((each) => each.toUpperCase() === symbol.toUpperCase());
  if (mode === 'deny') return named ? symbol : instrument_types.find((type) => types.includes(type));
  if (symbols.length > 0 && symbol !== null && !named) return symbol;
  return types.length > 0 ? instrument_types.find((type) => !types.includes(type)) : undefined;
}

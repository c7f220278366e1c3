import type { StrategyLeg } from './strategyLeg.ts';

/** Indexes whose options are settled in cash on their last day; what is not listed can be delivered, and so exercised before. */
const european: ReadonlySet<string> = new Set(['SPX', 'SPXW', 'XSP', 'NDX', 'NDXP', 'XND', 'RUT', 'RUTW', 'MRUT', 'VIX', 'VIXW', 'DJX']);

/** How options on this symbol are usually exercised, where nobody says. */
export function exerciseOf(symbol: string): NonNullable<StrategyLeg['exercise']> {
  return european.has(symbol.toUpperCase().replace(/^(?:I:|\^|\$)/, '')) ? 'european' : 'american';
}

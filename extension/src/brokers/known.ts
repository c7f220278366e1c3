import type { Adapter } from './adapter.ts';
import { binance } from './known/binance.ts';
import { etoro } from './known/etoro.ts';
import { interactiveBrokers } from './known/interactiveBrokers.ts';
import { schwab } from './known/schwab.ts';
import { tradingView } from './known/tradingView.ts';
import { tradovate } from './known/tradovate.ts';

/** The adapters that come with the program. They read pages of other people, who change them without asking: each is an experiment until verified. */
export const known: readonly Adapter[] = [tradingView, tradovate, schwab, interactiveBrokers, binance, etoro];

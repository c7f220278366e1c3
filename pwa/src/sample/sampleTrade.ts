/** One line of a made-up book. Symbols and prices are nobody's: they only move as such things do. */
export interface SampleTrade {
  readonly account: 'swing' | 'futures' | 'options';
  /** Trading days back from today, for the entry and, where it is over, the exit. */
  readonly entered: number;
  readonly left?: number;
  /** Which of the day's trades it is, where there are several. */
  readonly slot?: number;
  readonly symbol: string;
  readonly legs: readonly SampleLeg[];
  readonly stop?: string;
  readonly target?: string;
  readonly tags?: readonly string[];
  readonly thesis?: string;
  readonly lesson?: readonly [about: string, notes: string];
  /** Taken although the rules said no, and why. */
  readonly override?: string;
  /** What was meant to be risked, in percent, where it is more than usual. */
  readonly intended?: string;
}

export type SampleLeg =
  | { readonly kind: 'stock'; readonly quantity: string; readonly entry: string; readonly exit?: string }
  /** Months ahead of the entry. */
  | { readonly kind: 'future'; readonly quantity: string; readonly months: number; readonly entry: string; readonly exit?: string }
  | {
      readonly kind: 'option';
      readonly quantity: string;
      readonly right: 'call' | 'put';
      readonly strike: string;
      /** Days from today to its expiry; negative where that is past. */
      readonly expires: number;
      readonly entry: string;
      readonly exit?: string;
    };

export const stock = (quantity: string, entry: string, exit?: string): readonly SampleLeg[] => [
  { kind: 'stock', quantity, entry, ...(exit !== undefined && { exit }) },
];

export const future = (quantity: string, entry: string, exit?: string): readonly SampleLeg[] => [
  { kind: 'future', quantity, months: 2, entry, ...(exit !== undefined && { exit }) },
];

/** Sold between two strikes, protected further out. */
export const spread = (
  right: 'call' | 'put',
  strikes: readonly [string, string],
  expires: number,
  entry: readonly [string, string],
  exit?: readonly [string, string],
) =>
  strikes.map((strike, at): SampleLeg => ({
    kind: 'option',
    quantity: at === 0 ? '-1' : '1',
    right,
    strike,
    expires,
    entry: entry[at] as string,
    ...(exit && { exit: exit[at] as string }),
  }));

/** What is looked at: at which price, how many days from now, how far volatility has moved by then. */
export interface Sight {
  readonly spot: number;
  readonly days: number;
  readonly volatilityShift: number;
}

/** A day has as many years as the mathematics say. */
export const DAYS_A_YEAR = 365;

export const scenarioOf = ({ days, volatilityShift }: Omit<Sight, 'spot'>) => ({ yearsAhead: days / DAYS_A_YEAR, volatilityShift });

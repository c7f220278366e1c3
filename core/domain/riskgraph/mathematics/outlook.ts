/** What somebody takes the price to do until a day: grow at a yearly rate, and vary. Markets themselves expect it to grow by rate less yield. */
export interface Outlook {
  readonly spot: number;
  readonly drift: number;
  readonly volatility: number;
  readonly years: number;
}

export function expectedSpot({ spot, drift, years }: Outlook): number {
  return spot * Math.exp(drift * years);
}

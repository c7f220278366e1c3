/** Runs in the page before anything else, and turns its clocks. */
export function clockAhead(aheadMs: number): void {
  const RealDate = Date;
  const now = (): number => RealDate.now() + aheadMs;
  globalThis.Date = class extends RealDate {
    constructor(...given: [value?: string]) {
      // However many figures a date is made of, they are handed on.
      super(...((given.length === 0 ? [now()] : given) as [string]));
    }
    static override now = now;
  } as DateConstructor;
  const instant = (): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(now());
  const zoned = (zone: string = Temporal.Now.timeZoneId()): Temporal.ZonedDateTime => instant().toZonedDateTimeISO(zone);
  Object.assign(Temporal.Now, {
    instant,
    zonedDateTimeISO: zoned,
    plainDateTimeISO: (zone?: string) => zoned(zone).toPlainDateTime(),
    plainDateISO: (zone?: string) => zoned(zone).toPlainDate(),
    plainTimeISO: (zone?: string) => zoned(zone).toPlainTime(),
  });
}

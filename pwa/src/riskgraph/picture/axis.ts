/** Round figures to write beside an axis, at most so many. */
export function ticks(low: number, high: number, most: number): readonly number[] {
  const rough = (high - low) / Math.max(most, 1);
  if (!(rough > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((times) => times * power).find((each) => each >= rough) ?? 10 * power;
  const first = Math.ceil(low / step);
  const count = Math.max(Math.floor(high / step) - first + 1, 0);
  return Array.from({ length: count }, (_, i) => (first + i) * step);
}

/** From a figure to a place between two ends. */
export const scale = (low: number, high: number, from: number, to: number) => (figure: number) =>
  from + ((figure - low) / (high - low || 1)) * (to - from);

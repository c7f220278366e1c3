/** A place of an array that is known to have it. */
export const at = (values: Float64Array, place: number): number => values[place] ?? 0;

export function addTo(values: Float64Array, place: number, amount: number): void {
  values[place] = at(values, place) + amount;
}

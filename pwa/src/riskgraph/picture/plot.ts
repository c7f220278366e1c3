import { scale } from './axis.ts';
import type { Ending } from './drawing.ts';
import type { Range } from './range.ts';

const LEFT = 60;
const RIGHT = 12;
const TOP = 30;
const BOTTOM = 46;
const PHONE = { width: 560, height: 300 };
const DESK_HEIGHT = 400;

/** Where prices and results lie in a picture of this width. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly least: number;
  readonly most: number;
  readonly zero: number;
  readonly x: (price: number) => number;
  readonly y: (result: number) => number;
  readonly priceAt: (x: number) => number;
}

export function plotOf({ results, lines }: Ending, onDay: Float64Array, { low, high }: Range, width: number): Plot {
  const height = width < PHONE.width ? PHONE.height : DESK_HEIGHT;
  const [left, right, top, bottom] = [LEFT, Math.max(width - RIGHT, LEFT + 1), TOP, height - BOTTOM];
  const [least, most] = endsOf([onDay, results, ...lines.map((line) => line.results)]);
  const y = scale(least, most, bottom, top);
  const across = scale(left, right, 0, 1);
  const priceAt = (at: number): number => low + Math.min(Math.max(across(at), 0), 1) * (high - low);
  return { width, height, left, right, top, bottom, least, most, zero: y(0), x: scale(low, high, left, right), y, priceAt };
}

/** The zero line is always in the picture, with room above and below. */
function endsOf(curves: readonly Float64Array[]): readonly [number, number] {
  let [least, most] = [0, 0];
  for (const curve of curves) {
    for (const result of curve) {
      least = Math.min(least, result);
      most = Math.max(most, result);
    }
  }
  const room = (most - least || 1) * 0.08;
  return [least - room, most + room];
}

/** A curve as SVG writes it. */
export function pathOf({ x, y }: Plot, spots: Float64Array, results: Float64Array): string {
  let path = '';
  for (const [i, spot] of spots.entries()) path += `${i === 0 ? 'M' : 'L'}${x(spot).toFixed(1)} ${y(results[i] ?? 0).toFixed(1)}`;
  return path;
}

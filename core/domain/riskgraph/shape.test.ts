import { expect, it } from 'vitest';
import { type Shape, shapeOf } from './shape.ts';
import { future, option, stock } from './testing/legs.ts';

const LATER = '2026-05-15';

it.each<readonly [Shape, readonly ReturnType<typeof option>[]]>([
  ['single', [option('call', 100, 1)]],
  ['stock', [stock(100)]],
  ['future', [future(1)]],
  ['vertical', [option('put', 100, -1), option('put', 95, 1)]],
  ['ratio', [option('call', 100, 1), option('call', 110, -2)]],
  ['straddle', [option('call', 100, -1), option('put', 100, -1)]],
  ['strangle', [option('put', 90, 2), option('call', 110, 2)]],
  ['calendar', [option('call', 100, -1), option('call', 100, 1, LATER)]],
  ['diagonal', [option('call', 105, -1), option('call', 100, 1, LATER)]],
  ['butterfly', [option('call', 110, 1), option('call', 90, 1), option('call', 100, -2)]],
  ['condor', [option('put', 85, 1), option('put', 90, -1), option('put', 100, -1), option('put', 105, 1)]],
  ['iron_condor', [option('put', 85, 1), option('put', 90, -1), option('call', 100, -1), option('call', 105, 1)]],
  ['iron_butterfly', [option('put', 90, 3), option('call', 100, -3), option('put', 100, -3), option('call', 110, 3)]],
  ['covered_call', [stock(100), option('call', 110, -1)]],
  ['custom', [stock(100), option('call', 110, -2)]],
  ['custom', [option('call', 90, 1), option('call', 100, -2), option('call', 120, 1)]],
  ['custom', [option('call', 90, 1), option('put', 100, -2), option('call', 110, 1)]],
  ['custom', [option('call', 100, 1), option('call', 100, 1)]],
])('is called %s', (shape, legs) => {
  expect(shapeOf(legs)).toBe(shape);
  expect(shapeOf(legs.toReversed())).toBe(shape);
});

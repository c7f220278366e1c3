import type { Id, Instant } from '@taffrail/domain/kernel';
import type { AddStrategy } from '@taffrail/domain/riskgraph';
import { riskgraph as words } from '../../words/index.ts';
import { fridayFrom, legsOf } from './presets.ts';

export type ExampleName = keyof typeof words.examples;

export const exampleNames = Object.keys(words.examples) as readonly ExampleName[];

/** Three to try things out with, of a made-up stock at 100 and about five weeks off. */
export function exampleOf(name: ExampleName, now: Instant, nextId: () => Id): AddStrategy {
  const setting = { symbol: 'ACME', centre: '100', width: '5', expiry: fridayFrom(now, 35) };
  const [label] = words.examples[name];
  const legs =
    name === 'vertical'
      ? legsOf('vertical', { ...setting, centre: '98', width: '-5' }, nextId).map((leg) => ({
          ...leg,
          right: 'put' as const,
          quantity: leg.quantity === '1' ? '-1' : '1',
        }))
      : legsOf(name, setting, nextId);
  const about = { symbol: setting.symbol, underlying: setting.symbol, label, debit: null, visible: true, color: null };
  return { ...about, legs: [...legs], position_id: null, template_id: null };
}

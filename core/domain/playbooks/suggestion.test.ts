import { describe, expect, it } from 'vitest';
import { suggested } from './suggestion.ts';

const bound = (name: string, ...strategy_bindings: string[]) => ({ name, strategy_bindings });

const shelf = [
  bound('Anything with options', 'single', 'vertical', 'butterfly'),
  bound('Breakout', 'Breakout'),
  bound('Spread', 'vertical'),
  bound('Credit spread', 'Vertical'),
  bound('Unbound'),
];

const namesFor = (strategy: string, ...tags: string[]) => suggested(shelf, { strategy, tags }).map(({ name }) => name);

describe('playbooks for a position', () => {
  it('are those bound to its strategy or to one of its tags, the most fitting first', () => {
    expect(namesFor('vertical', 'BREAKOUT ')).toEqual(['Breakout', 'Credit spread', 'Spread', 'Anything with options']);
    expect(namesFor('stock', 'breakout', 'spread')).toEqual(['Breakout']);
    expect(namesFor('stock')).toEqual([]);
  });
});

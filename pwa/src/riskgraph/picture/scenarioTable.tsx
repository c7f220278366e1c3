import { Section, useFormats } from '@taffrail/ui';
import { useMemo } from 'preact/hooks';
import { riskgraph as words } from '../../words/index.ts';
import { ticks } from './axis.ts';
import { scenariosOf } from './figures.ts';
import type { Held } from './held.ts';
import { printing } from './printed.ts';
import type { Range } from './range.ts';
import { Results } from './results.tsx';

interface ScenarioTableProps {
  readonly held: Held;
  readonly range: Range;
  /** As things stand: a row of its own among round prices. */
  readonly spot: number;
  readonly volatilityShift: number;
}

const ROWS = 9;
const COLUMNS = 5;

/** Results by price and by date, at the volatility looked at. */
export function ScenarioTable({ held, range, spot, volatilityShift }: ScenarioTableProps) {
  const formats = useFormats();
  return useMemo(() => {
    const figures = printing(formats);
    const prices = [...new Set([...ticks(range.low, range.high, ROWS), spot])].toSorted((a, b) => b - a);
    const days = Array.from({ length: COLUMNS }, (_, column) => (range.days * column) / (COLUMNS - 1));
    const sights = days.map((each) => ({ days: each, volatilityShift }));
    const results = scenariosOf(held, prices, sights);
    return (
      <Section title={words.scenarios}>
        <Results
          label={words.scenarios}
          columns={days.map((each) => (each === 0 ? words.today : words.inDays(figures.days(each))))}
          rows={prices.map((price, row) => ({ price, results: results[row] ?? [], isCurrent: price === spot }))}
        />
      </Section>
    );
  }, [formats, held, range, spot, volatilityShift]);
}

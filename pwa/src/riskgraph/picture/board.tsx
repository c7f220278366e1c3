import type { Instant } from '@taffrail/domain/kernel';
import type { MarketView, Strategy } from '@taffrail/domain/riskgraph';
import { Card } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { riskgraph as words } from '../../words/index.ts';
import { colorOf } from '../names.ts';
import css from './board.module.css';
import { chancesOf, type Chances } from './chances.ts';
import { endingOf, resultAt, resultsOn } from './drawing.ts';
import { GraphTable } from './graphTable.tsx';
import { GreeksTable } from './greeksTable.tsx';
import { Headline } from './headline.tsx';
import { heldOf, type Held } from './held.ts';
import { MarketCard } from './marketCard.tsx';
import { PayoffChart } from './payoffChart.tsx';
import { rangeOf } from './range.ts';
import { ScenarioTable } from './scenarioTable.tsx';
import type { Sight } from './sight.ts';
import { Sliders } from './sliders.tsx';

interface BoardProps {
  /** Of one underlying, whether shown or not: the picture stays where it is as they are switched on and off. */
  readonly all: readonly Strategy[];
  readonly view: MarketView;
  readonly now: Instant;
  /** What switches them on and off, in reach of the picture. */
  readonly list: ComponentChildren;
}

/** The picture, what moves it, and every figure that follows. */
export function Board({ all, view, now, list }: BoardProps) {
  const range = useMemo(() => rangeOf(all, view, now), [all, view, now]);
  const start = useMemo((): Sight => ({ spot: Number(view.spot), days: 0, volatilityShift: 0 }), [view.spot]);
  const [moved, setMoved] = useState<Sight>();
  const sight = moved ?? start;
  const { days, volatilityShift } = sight;
  const held = useMemo(
    () =>
      heldOf(
        all.filter(({ visible }) => visible),
        view,
        now,
      ),
    [all, view, now],
  );
  // A price that is tried out moves one figure, a date one curve: everything else stays as it was worked out.
  const ending = useMemo(() => endingOf(held, range, volatilityShift), [held, range, volatilityShift]);
  const onDay = useMemo(() => resultsOn(held, ending.spots, { days, volatilityShift }), [held, ending, days, volatilityShift]);
  const here = useMemo(() => resultAt(held, sight), [held, sight]);
  const colors = useMemo(() => new Map(all.map((strategy) => [strategy.id, colorOf(all, strategy)])), [all]);
  const chances = useChances(held, sight);
  return (
    <div class={css.board}>
      <div class={css.pair}>
        <Card>
          <PayoffChart
            ending={ending}
            onDay={onDay}
            here={here}
            range={range}
            sight={sight}
            stretches={chances?.stretches ?? []}
            colors={colors}
            onSpot={(spot) => setMoved({ ...sight, spot })}
          />
        </Card>
        <div class={css.side}>
          <Card>
            <Sliders sight={sight} here={here} range={range} start={start} onChange={setMoved} />
          </Card>
          <MarketCard view={view} onSet={() => setMoved(undefined)} />
        </div>
      </div>
      <section aria-label={words.graph}>
        <Headline here={here} ending={ending} chances={chances} />
      </section>
      {list}
      <GreeksTable held={held} sight={sight} colors={colors} />
      <ScenarioTable held={held} range={range} spot={start.spot} volatilityShift={volatilityShift} />
      <GraphTable ending={ending} onDay={onDay} />
    </div>
  );
}

const STILL_MS = 150;

/** Chances take longer than a frame, so they are worked out once nobody drags any more. */
function useChances(held: Held, sight: Sight): Chances | undefined {
  const [chances, setChances] = useState<Chances>();
  useEffect(() => {
    const timer = setTimeout(() => setChances(chancesOf(held, sight)), STILL_MS);
    return () => clearTimeout(timer);
  }, [held, sight]);
  return chances;
}

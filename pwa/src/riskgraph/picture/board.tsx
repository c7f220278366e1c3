import type { Instant } from '@taffrail/domain/kernel';
import type { MarketView, Strategy } from '@taffrail/domain/riskgraph';
import { Card } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { riskgraph as words } from '../../words/index.ts';
import { colorOf } from '../names.ts';
import { chancesOf, draw, rangeOf, type Chances, type Sight } from './drawing.ts';
import { Headline } from './headline.tsx';
import { MarketCard } from './marketCard.tsx';
import { PayoffChart } from './payoffChart.tsx';
import { Sliders } from './sliders.tsx';
import { GraphTable, GreeksTable, ScenarioTable } from './tables.tsx';
import css from './board.module.css';

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
  const shown = useMemo(() => all.filter(({ visible }) => visible), [all]);
  const drawing = useMemo(() => draw(shown, view, now, sight, range), [shown, view, now, sight, range]);
  const chances = useChances(shown, view, now, sight);
  const colors = new Map(all.map((strategy) => [strategy.id, colorOf(all, strategy)]));
  return (
    <div class={css.board}>
      <div class={css.pair}>
        <Card>
          <PayoffChart drawing={drawing} range={range} spot={sight.spot} colors={colors} onSpot={(spot) => setMoved({ ...sight, spot })} />
        </Card>
        <div class={css.side}>
          <Sliders sight={sight} range={range} start={start} onChange={setMoved} />
          <MarketCard view={view} onSet={() => setMoved(undefined)} />
        </div>
      </div>
      {list}
      <section aria-label={words.graph}>
        <Headline drawing={drawing} chances={chances} />
      </section>
      <GreeksTable strategies={shown} view={view} now={now} sight={sight} />
      <ScenarioTable strategies={shown} view={view} now={now} sight={sight} range={range} />
      <GraphTable drawing={drawing} />
    </div>
  );
}

const STILL_MS = 150;

/** Chances take longer than a frame, so they are worked out once nobody drags any more. */
function useChances(shown: readonly Strategy[], view: MarketView, now: Instant, sight: Sight): Chances | undefined {
  const [chances, setChances] = useState<Chances>();
  useEffect(() => {
    const timer = setTimeout(() => setChances(chancesOf(shown, view, now, sight)), STILL_MS);
    return () => clearTimeout(timer);
  }, [shown, view, now, sight]);
  return chances;
}

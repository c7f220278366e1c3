import { useFormats } from '@taffrail/ui';
import { useMemo, useState } from 'preact/hooks';
import { riskgraph as words } from '../../words/index.ts';
import type { Stretch } from './chances.ts';
import { readAt, type Ending } from './drawing.ts';
import { axesOf, endingDrawn } from './scenery.tsx';
import css from './picture.module.css';
import { pathOf, plotOf } from './plot.ts';
import { printing } from './printed.ts';
import type { Range } from './range.ts';
import type { Sight } from './sight.ts';
import { useWidth } from './useWidth.ts';

interface PayoffChartProps {
  readonly ending: Ending;
  readonly onDay: Float64Array;
  readonly here: number;
  readonly range: Range;
  readonly sight: Sight;
  readonly stretches: readonly Stretch[];
  /** Of each strategy by its id. */
  readonly colors: ReadonlyMap<string, string>;
  readonly onSpot: (spot: number) => void;
}

/** What it comes to at each price, on the day chosen and at expiry. A finger or a pointer anywhere in it moves the price; keys move its slider. */
export function PayoffChart({ ending, onDay, here, range, sight, stretches, colors, onSpot }: PayoffChartProps) {
  const [frame, width] = useWidth<HTMLDivElement>(640);
  const [pointedAt, setPointedAt] = useState<number>();
  const formats = useFormats();
  const figures = useMemo(() => printing(formats), [formats]);
  const { extremes, spots, results } = ending;
  // What a price that is dragged leaves alone is drawn once: its elements stay the same, and are not gone over again.
  const plot = useMemo(() => plotOf(ending, onDay, range, width), [ending, onDay, range, width]);
  const axes = useMemo(() => axesOf(plot, range, figures), [plot, range, figures]);
  const drawn = useMemo(() => endingDrawn(plot, ending, stretches, colors, figures), [plot, ending, stretches, colors, figures]);
  const then = useMemo(() => <path class={css.then} d={pathOf(plot, spots, onDay)} />, [plot, spots, onDay]);
  const { x, y, top, bottom, height } = plot;
  const limit = (figure: number): string => (Number.isFinite(figure) ? figures.result(figure) : words.unlimited);
  const read = pointedAt ?? sight.spot;

  const priceUnder = ({ clientX, currentTarget }: PointerEvent & { readonly currentTarget: SVGSVGElement }): number =>
    plot.priceAt(clientX - currentTarget.getBoundingClientRect().left);

  return (
    <div ref={frame} class={css.frame}>
      <p class={css.legend}>
        <span class={css.readAt}>{words.at(figures.price(read))}</span>
        <span class={css.thenKey}>
          {sight.days === 0 ? words.today : words.inDays(figures.days(sight.days))}{' '}
          <strong>{figures.result(pointedAt === undefined ? here : readAt(read, spots, onDay))}</strong>
        </span>
        <span class={css.expiryKey}>
          {words.atExpiry} <strong>{figures.result(readAt(read, spots, results))}</strong>
        </span>
      </p>
      <svg
        class={css.chart}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={words.picture(figures.price(sight.spot), figures.result(here), limit(extremes.maxProfit), limit(extremes.maxLoss))}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setPointedAt(undefined);
          onSpot(priceUnder(event));
        }}
        onPointerMove={(event) => {
          if (event.buttons !== 0) onSpot(priceUnder(event));
          else setPointedAt(priceUnder(event));
        }}
        onPointerLeave={() => setPointedAt(undefined)}
      >
        {axes}
        {drawn}
        {then}
        {pointedAt !== undefined && <line class={css.pointed} x1={x(pointedAt)} x2={x(pointedAt)} y1={top} y2={bottom} />}
        <line class={css.spot} x1={x(sight.spot)} x2={x(sight.spot)} y1={top} y2={bottom} />
        <circle class={css.handle} cx={x(sight.spot)} cy={Math.min(Math.max(y(here), top), bottom)} r={7} />
      </svg>
    </div>
  );
}

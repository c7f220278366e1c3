import { useFormats } from '@taffrail/ui';
import { useId } from 'preact/hooks';
import { riskgraph as words } from '../../words/index.ts';
import { scale, ticks } from './axis.ts';
import css from './picture.module.css';
import type { Drawing, Range } from './drawing.ts';
import { printing } from './printed.ts';
import { useWidth } from './useWidth.ts';

interface PayoffChartProps {
  readonly drawing: Drawing;
  readonly range: Range;
  readonly spot: number;
  /** Of each strategy by its id. */
  readonly colors: ReadonlyMap<string, string>;
  readonly onSpot: (spot: number) => void;
}

const HEIGHT = 340;
const LEFT = 56;
const RIGHT = 12;
const TOP = 20;
const BOTTOM = 28;
/** What the figure of a breakeven takes. */
const ROOM = 70;

/** What it comes to at each price, on the day chosen and at expiry. A finger or a pointer anywhere in it moves the price; keys move its slider. */
export function PayoffChart({ drawing, range, spot, colors, onSpot }: PayoffChartProps) {
  const [frame, width] = useWidth<HTMLDivElement>(640);
  const clip = useId();
  const figures = printing(useFormats());
  const { spots, onDay, atExpiry, lines, here, breakevens, extremes } = drawing;
  const [least, most] = endsOf([onDay, atExpiry, ...lines.map(({ results }) => results)]);
  const x = scale(range.low, range.high, LEFT, width - RIGHT);
  const y = scale(least, most, HEIGHT - BOTTOM, TOP);
  const pathOf = (results: Float64Array): string =>
    [...results].map((result, i) => `${i === 0 ? 'M' : 'L'}${place(x(spots[i] ?? 0))} ${place(y(result))}`).join('');
  const area = `${pathOf(atExpiry)}L${place(x(range.high))} ${place(y(0))}L${place(x(range.low))} ${place(y(0))}Z`;
  const zero = y(0);
  const shown = breakevens.filter((price) => price >= range.low && price <= range.high);

  const moveTo = (event: PointerEvent & { readonly currentTarget: SVGSVGElement }): void => {
    if (event.buttons === 0) return;
    const { left } = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - left - LEFT) / (width - LEFT - RIGHT);
    onSpot(range.low + Math.min(Math.max(share, 0), 1) * (range.high - range.low));
  };
  const limit = (figure: number): string => (Number.isFinite(figure) ? figures.result(figure) : words.unlimited);

  return (
    <div ref={frame} class={css.frame}>
      <svg
        class={css.chart}
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={words.picture(figures.price(spot), figures.result(here), limit(extremes.maxProfit), limit(extremes.maxLoss))}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          moveTo(event);
        }}
        onPointerMove={moveTo}
      >
        <defs>
          <clipPath id={`${clip}gain`}>
            <rect x={LEFT} y={TOP} width={Math.max(width - LEFT - RIGHT, 0)} height={Math.max(zero - TOP, 0)} />
          </clipPath>
          <clipPath id={`${clip}loss`}>
            <rect x={LEFT} y={zero} width={Math.max(width - LEFT - RIGHT, 0)} height={Math.max(HEIGHT - BOTTOM - zero, 0)} />
          </clipPath>
        </defs>
        {ticks(least, most, 5).map((result) => (
          <g key={result}>
            <line class={css.grid} x1={LEFT} x2={width - RIGHT} y1={y(result)} y2={y(result)} />
            <text class={css.tick} x={LEFT - 8} y={y(result) + 4} text-anchor="end">
              {figures.result(result)}
            </text>
          </g>
        ))}
        {ticks(range.low, range.high, Math.max(Math.floor(width / 110), 2)).map((price) => (
          <text key={price} class={css.tick} x={x(price)} y={HEIGHT - 8} text-anchor="middle">
            {figures.price(price).replace(/\D00$/, '')}
          </text>
        ))}
        <path class={css.gain} d={area} clip-path={`url(#${clip}gain)`} />
        <path class={css.loss} d={area} clip-path={`url(#${clip}loss)`} />
        <line class={css.zero} x1={LEFT} x2={width - RIGHT} y1={zero} y2={zero} />
        {lines.map(({ id, results }) => (
          <path key={id} class={css.one} d={pathOf(results)} stroke={colors.get(id)} />
        ))}
        <path class={css.expiry} d={pathOf(atExpiry)} />
        <path class={css.then} d={pathOf(onDay)} />
        {shown.map((price, n) => {
          const isBefore = x(price) > width - ROOM || (n % 2 === 0 && x(price) > LEFT + ROOM);
          return (
            <g key={price}>
              <circle class={css.breakeven} cx={x(price)} cy={zero} r={4} />
              <text class={css.mark} x={x(price) + (isBefore ? -7 : 7)} y={zero - 8} text-anchor={isBefore ? 'end' : 'start'}>
                {figures.price(price)}
              </text>
            </g>
          );
        })}
        <line class={css.spot} x1={x(spot)} x2={x(spot)} y1={TOP} y2={HEIGHT - BOTTOM} />
        <circle class={css.handle} cx={x(spot)} cy={Math.min(Math.max(y(here), TOP), HEIGHT - BOTTOM)} r={7} />
      </svg>
      <p class={css.legend}>
        <span class={css.thenKey}>{words.asThen}</span>
        <span class={css.expiryKey}>{words.atExpiry}</span>
      </p>
    </div>
  );
}

const place = (n: number): string => n.toFixed(1);

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

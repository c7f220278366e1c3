import { riskgraph as words } from '../../words/index.ts';
import { ticks } from './axis.ts';
import type { Stretch } from './chances.ts';
import type { Ending } from './drawing.ts';
import css from './picture.module.css';
import { pathOf, type Plot } from './plot.ts';
import type { printing } from './printed.ts';
import type { Range } from './range.ts';

type Figures = ReturnType<typeof printing>;

/** The room a figure takes beside a point, and the word behind a chance. */
const ROOM = 76;
const ROOM_FOR_WORD = 110;
const ROOM_FOR_CHANCE = 40;

/** Both axes with their figures, and what they are of. */
export function axesOf({ width, height, left, right, bottom, least, most, zero, x, y }: Plot, range: Range, figures: Figures) {
  const results = ticks(least, most, 6);
  const printed = figures.resultsLike(results);
  return (
    <g>
      {results.map((result) => (
        <g key={result}>
          <line class={css.grid} x1={left} x2={right} y1={y(result)} y2={y(result)} />
          <text class={css.tick} x={left - 8} y={y(result) + 4} text-anchor="end">
            {printed(result)}
          </text>
        </g>
      ))}
      {ticks(range.low, range.high, Math.max(Math.floor(width / 80), 2)).map((price) => (
        <g key={price}>
          <line class={css.grid} x1={x(price)} x2={x(price)} y1={bottom} y2={bottom + 4} />
          <text class={css.tick} x={x(price)} y={bottom + 18} text-anchor="middle">
            {figures.price(price).replace(/\D00$/, '')}
          </text>
        </g>
      ))}
      <line class={css.zero} x1={left} x2={right} y1={zero} y2={zero} />
      <text class={css.axis} x={left - 8} y={14} text-anchor="end">
        {words.axisResult}
      </text>
      <text class={css.axis} x={right} y={height - 6} text-anchor="end">
        {words.axisPrice}
      </text>
    </g>
  );
}

/** What it comes to at expiry: gain and loss, each strategy by itself, where the one turns into the other, and how likely either is. */
export function endingDrawn(
  plot: Plot,
  { spots, results, lines, breakevens }: Ending,
  stretches: readonly Stretch[],
  colors: ReadonlyMap<string, string>,
  figures: Figures,
) {
  const { left, right, top, bottom, zero, width, x } = plot;
  const path = pathOf(plot, spots, results);
  const area = `${path}L${right.toFixed(1)} ${zero.toFixed(1)}L${left.toFixed(1)} ${zero.toFixed(1)}Z`;
  const isInside = (price: number): boolean => x(price) >= left && x(price) <= right;
  const above = { id: 'payoff-gain', y: top, height: Math.max(zero - top, 0) };
  const below = { id: 'payoff-loss', y: zero, height: Math.max(bottom - zero, 0) };
  return (
    <g>
      <defs>
        {[above, below].map(({ id, y: from, height }) => (
          <clipPath key={id} id={id}>
            <rect x={left} y={from} width={right - left} height={height} />
          </clipPath>
        ))}
      </defs>
      <g class={css.gain} clip-path={`url(#${above.id})`}>
        <path class={css.area} d={area} />
        <path class={css.expiry} d={path} />
      </g>
      <g class={css.loss} clip-path={`url(#${below.id})`}>
        <path class={css.area} d={area} />
        <path class={css.expiry} d={path} />
      </g>
      {lines.map(({ id, results: own }) => (
        <path key={id} class={css.one} d={pathOf(plot, spots, own)} stroke={colors.get(id)} />
      ))}
      {stretches.map((stretch) => (
        <ChanceMark key={stretch.from} stretch={stretch} plot={plot} figures={figures} />
      ))}
      {breakevens.filter(isInside).map((price, place) => {
        const isBefore = x(price) > width - ROOM || (place % 2 === 0 && x(price) > left + ROOM);
        return (
          <g key={price}>
            <line class={css.turn} x1={x(price)} x2={x(price)} y1={top} y2={bottom} />
            <circle class={css.breakeven} cx={x(price)} cy={zero} r={4} />
            <text class={css.mark} x={x(price) + (isBefore ? -8 : 8)} y={zero - 9} text-anchor={isBefore ? 'end' : 'start'}>
              {figures.price(price)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

interface ChanceMarkProps {
  readonly stretch: Stretch;
  readonly plot: Plot;
  readonly figures: Figures;
}

/** Over each stretch between breakevens, how likely the price ends in it. */
function ChanceMark({ stretch: { from, to, chance, gains }, plot: { x, left, right, top }, figures }: ChanceMarkProps) {
  const [start, end] = [Math.max(x(from), left), Math.min(x(to), right)];
  if (!(end - start > ROOM_FOR_CHANCE)) return null;
  const share = figures.chance(chance);
  return (
    <text class={gains ? css.chanceOfGain : css.chanceOfLoss} x={(start + end) / 2} y={top - 10} text-anchor="middle">
      {end - start > ROOM_FOR_WORD ? (gains ? words.chanceOfGain(share) : words.chanceOfLoss(share)) : share}
    </text>
  );
}

import { useFormats } from '@taffrail/ui';
import { riskgraph as words } from '../../words/index.ts';
import type { Chances } from './chances.ts';
import type { Ending } from './drawing.ts';
import css from './picture.module.css';
import { printing } from './printed.ts';

interface HeadlineProps {
  readonly here: number;
  readonly ending: Ending;
  /** Undefined until they have been worked out. */
  readonly chances: Chances | undefined;
}

/** The answer first: what it comes to here, what it can come to, and how likely that is. */
export function Headline({ here, ending: { extremes, breakevens }, chances }: HeadlineProps) {
  const figures = printing(useFormats());
  const limit = (figure: number): string => (Number.isFinite(figure) ? figures.result(figure) : words.unlimited);
  const share = (chance: number | null | undefined): string => (chance === null || chance === undefined ? '–' : figures.share(chance));
  const result = (figure: number | undefined): string => (figure === undefined ? '–' : figures.result(figure));
  return (
    <>
      <dl class={css.headline}>
        <Figure term={words.result} value={figures.result(here)} tone={here} />
        <Figure term={words.maxProfit} value={limit(extremes.maxProfit)} tone={extremes.maxProfit} />
        <Figure term={words.maxLoss} value={limit(-extremes.maxLoss)} tone={-extremes.maxLoss} />
        <Figure term={words.chance} value={share(chances?.profit)} />
        <Figure term={words.breakevens} value={breakevens.length === 0 ? words.noBreakeven : breakevens.map(figures.price).join(' · ')} />
      </dl>
      <dl class={css.further}>
        <Figure term={words.expected} value={result(chances?.expected)} />
        <Figure term={words.p50} value={share(chances?.half)} />
        <Figure term={words.valueAtRisk} value={result(chances && -chances.valueAtRisk)} />
        <Figure term={words.tail} value={result(chances && -chances.tail)} />
        {chances?.touches.map(({ price, chance }) => (
          <Figure key={price} term={words.touch(figures.price(price))} value={share(chance)} />
        ))}
      </dl>
      <p class={css.muted}>
        {words.atFirstExpiry} {chances?.isFlat === true && words.noSkew}
      </p>
    </>
  );
}

function Figure({ term, value, tone = 0 }: { readonly term: string; readonly value: string; readonly tone?: number }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd class={tone > 0 ? css.gained : tone < 0 ? css.lost : undefined}>{value}</dd>
    </div>
  );
}

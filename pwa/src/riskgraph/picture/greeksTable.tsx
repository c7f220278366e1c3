import type { LegVolatility, Strategy } from '@taffrail/domain/riskgraph';
import { Section, useFormats, FigureTable } from '@taffrail/ui';
import { riskgraph as words } from '../../words/index.ts';
import { nameOf } from '../names.ts';
import { legSaid } from '../strategies/legSaid.ts';
import { legFigures } from './figures.ts';
import type { Held } from './held.ts';
import css from './picture.module.css';
import { printing } from './printed.ts';
import type { Sight } from './sight.ts';

interface GreeksTableProps {
  readonly held: Held;
  readonly sight: Sight;
  /** Of each strategy by its id. */
  readonly colors: ReadonlyMap<string, string>;
}

const greekNames = [words.value, words.delta, words.gamma, words.theta, words.vega, words.rho];

/** What each leg is priced with, what it is worth and how that moves, and all of them together. */
export function GreeksTable({ held, sight, colors }: GreeksTableProps) {
  const formats = useFormats();
  const figures = printing(formats);
  const rows = legFigures(held, sight);
  const total = greekNames.map((_, greek) => rows.reduce((sum, row) => sum + (row.greeks[greek] ?? 0), 0));
  const printed = greekNames.map((_, greek) => figures.figuresLike([total[greek] ?? 0, ...rows.map((row) => row.greeks[greek] ?? 0)]));
  const byId = new Map<string, Strategy>(held.strategies.map((strategy) => [strategy.id, strategy]));
  return (
    <Section title={words.greeks}>
      <FigureTable scrollsAs={words.greeks}>
        <thead>
          <tr>
            <th scope="col">{words.leg}</th>
            <th scope="col">{words.volatilityInPercent}</th>
            {greekNames.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ strategyId, place, volatility, greeks }) => {
            const strategy = byId.get(strategyId);
            const leg = strategy?.legs[place];
            return (
              <tr key={`${strategyId} ${place}`}>
                <th scope="row">
                  <span class={css.dot} style={{ background: colors.get(strategyId) }} aria-hidden />
                  {leg && legSaid(leg, formats)}
                  {held.strategies.length > 1 && strategy && <span class={css.muted}> {nameOf(strategy)}</span>}
                </th>
                <td>
                  {volatility === null ? '–' : <PricedWith volatility={volatility} said={figures.volatility(volatility.volatility)} />}
                </td>
                {greeks.map((value, greek) => (
                  <td key={greekNames[greek]}>{printed[greek]?.(value)}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {words.total}
            </th>
            {total.map((value, greek) => (
              <td key={greekNames[greek]}>{printed[greek]?.(value)}</td>
            ))}
          </tr>
        </tfoot>
      </FigureTable>
    </Section>
  );
}

/** The figure, and who says so. */
function PricedWith({ volatility: { from }, said }: { readonly volatility: LegVolatility; readonly said: string }) {
  return (
    <>
      {said} <span class={css.muted}>{words.pricedBy[from]}</span>
    </>
  );
}

import type { Instant } from '@taffrail/domain/kernel';
import type { MarketView, Strategy } from '@taffrail/domain/riskgraph';
import { Section, useFormats } from '@taffrail/ui';
import { riskgraph as words } from '../../words/index.ts';
import { colorOf, nameOf } from '../names.ts';
import { legSaid } from '../strategies/legSaid.ts';
import { legFigures, scenariosOf, type Drawing, type Range, type Sight } from './drawing.ts';
import css from './picture.module.css';
import { printing } from './printed.ts';
import { Scrolled } from './scrolled.tsx';

interface Shown {
  readonly strategies: readonly Strategy[];
  readonly view: MarketView;
  readonly now: Instant;
  readonly sight: Sight;
}

const greekNames = [words.value, words.delta, words.gamma, words.theta, words.vega, words.rho];

/** What each leg is worth and how that moves, and all of them together. */
export function GreeksTable({ strategies, view, now, sight }: Shown) {
  const formats = useFormats();
  const figures = printing(formats);
  const rows = legFigures(strategies, view, now, sight);
  const total = greekNames.map((_, greek) => rows.reduce((sum, row) => sum + (row.figures[greek] ?? 0), 0));
  const byId = new Map(strategies.map((strategy) => [strategy.id, strategy]));
  return (
    <Section title={words.greeks}>
      <Scrolled label={words.greeks}>
        <table class={css.table}>
          <thead>
            <tr>
              <th scope="col">{words.leg}</th>
              {greekNames.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ strategyId, place, figures: values }) => {
              const strategy = byId.get(strategyId);
              const leg = strategy?.legs[place];
              return (
                <tr key={`${strategyId} ${place}`}>
                  <th scope="row">
                    {strategy && <span style={{ color: colorOf(strategies, strategy) }}>● </span>}
                    {leg && legSaid(leg, formats)}
                    {strategies.length > 1 && strategy && <span class={css.muted}> {nameOf(strategy)}</span>}
                  </th>
                  {values.map((value, greek) => (
                    <td key={greekNames[greek]}>{figures.figure(value)}</td>
                  ))}
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.total}</th>
              {total.map((value, greek) => (
                <td key={greekNames[greek]}>{figures.figure(value)}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </Scrolled>
    </Section>
  );
}

const ROWS = 9;
const COLUMNS = 5;

/** Results by price and by date, at the volatility looked at. */
export function ScenarioTable({ strategies, view, now, sight, range }: Shown & { readonly range: Range }) {
  const figures = printing(useFormats());
  const prices = Array.from({ length: ROWS }, (_, row) => range.high - ((range.high - range.low) * row) / (ROWS - 1));
  const days = Array.from({ length: COLUMNS }, (_, column) => (range.days * column) / (COLUMNS - 1));
  const { volatilityShift } = sight;
  const results = scenariosOf(
    strategies,
    view,
    now,
    prices,
    days.map((each) => ({ days: each, volatilityShift })),
  );
  return (
    <Section title={words.scenarios}>
      <Results
        label={words.scenarios}
        columns={days.map((each) => (each === 0 ? words.today : words.inDays(figures.days(each))))}
        rows={prices.map((price, row) => ({ price: figures.price(price), results: results[row] ?? [] }))}
      />
    </Section>
  );
}

/** The picture for whoever cannot see it: every twelfth place, with both curves. */
export function GraphTable({ drawing: { spots, onDay, atExpiry } }: { readonly drawing: Drawing }) {
  const figures = printing(useFormats());
  const places = [...spots.keys()].filter((place) => place % 12 === 0);
  return (
    <details>
      <summary>{words.figures}</summary>
      <Results
        label={words.figures}
        columns={[words.asThen, words.atExpiry]}
        rows={places.map((place) => ({ price: figures.price(spots[place] ?? 0), results: [onDay[place] ?? 0, atExpiry[place] ?? 0] }))}
      />
    </details>
  );
}

interface ResultsProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly price: string; readonly results: readonly number[] }[];
}

function Results({ label, columns, rows }: ResultsProps) {
  const figures = printing(useFormats());
  return (
    <Scrolled label={label}>
      <table class={css.table}>
        <thead>
          <tr>
            <th scope="col">{words.price}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ price, results }) => (
            <tr key={price}>
              <th scope="row">{price}</th>
              {results.map((result, column) => (
                <td key={columns[column]} class={result > 0 ? css.gained : result < 0 ? css.lost : undefined}>
                  {figures.result(result)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

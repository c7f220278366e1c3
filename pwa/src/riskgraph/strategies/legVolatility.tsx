import { isRefusal, type DecimalText } from '@taffrail/domain/kernel';
import { volatilityFromPrice, type MarketView } from '@taffrail/domain/riskgraph';
import { NumberField, useFormats } from '@taffrail/ui';
import { useEffect, useState } from 'preact/hooks';
import { useReplica } from '../../app/index.ts';
import { riskgraph as words } from '../../words/index.ts';
import { asShare, inPercent } from '../percent.ts';
import type { DraftLeg } from './draftLeg.ts';
import css from './strategies.module.css';

interface LegVolatilityProps {
  readonly leg: DraftLeg;
  /** Where its underlying stands; undefined while nobody has said. */
  readonly view: MarketView | undefined;
  readonly onChange: (volatility: DecimalText | undefined) => void;
}

/** A volatility of the leg's own: said outright, or solved from what it trades at. */
export function LegVolatilityFields({ leg, view, onChange }: LegVolatilityProps) {
  const replica = useReplica();
  const formats = useFormats();
  const [price, setPrice] = useState<DecimalText>();
  const [problem, setProblem] = useState<string>();
  const { volatility, strike, expiry, right } = leg;

  function solve(from: DecimalText | undefined): void {
    setPrice(from);
    const found = from === undefined ? undefined : view === undefined ? words.noMarketYet : solvedFrom(from, view);
    setProblem(found);
  }

  /** Gives back what is wrong. */
  function solvedFrom(from: DecimalText, seen: MarketView): string | undefined {
    const found = volatilityFromPrice(leg, from, seen, replica.now());
    if (isRefusal(found)) return formats.sentence(found.sentence);
    onChange(found);
    return undefined;
  }

  // A price was said of the leg as it is: as something else it has another volatility.
  useEffect(() => {
    if (price !== undefined) solve(price);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each change of its terms
  }, [strike, expiry, right]);

  return (
    <details class={css.own} open={volatility !== undefined}>
      <summary>
        {volatility === undefined ? words.volatilityOfMarket : words.volatilityOwn(formats.percent(rounded(inPercent(volatility))))}
      </summary>
      <div class={css.ownFields}>
        <NumberField
          label={words.legVolatility}
          hint={words.legVolatilityHint}
          optional
          value={volatility === undefined ? undefined : rounded(inPercent(volatility))}
          onChange={(percent) => {
            setPrice(undefined);
            setProblem(undefined);
            onChange(percent === undefined ? undefined : asShare(percent));
          }}
        />
        <NumberField
          label={words.tradesAt}
          hint={words.tradesAtHint}
          optional
          disabled={strike === null || expiry === null}
          error={problem}
          value={price}
          onChange={solve}
        />
      </div>
    </details>
  );
}

const PLACES = 2;
const rounded = (percent: DecimalText): DecimalText => String(Number(Number(percent).toFixed(PLACES)));

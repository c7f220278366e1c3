import type { MarketView } from '@taffrail/domain/riskgraph';
import { DayField, IconButton, NumberField, Select } from '@taffrail/ui';
import { riskgraph as words } from '../../words/index.ts';
import { ofKind, withVolatility, type DraftLeg, type Kind } from './draftLeg.ts';
import { LegVolatilityFields } from './legVolatility.tsx';
import css from './strategies.module.css';

interface LegFieldsProps {
  readonly leg: DraftLeg;
  readonly place: number;
  readonly symbol: string;
  /** Where its underlying stands; undefined while nobody has said. */
  readonly view: MarketView | undefined;
  readonly onChange: (leg: DraftLeg) => void;
  readonly onRemove: () => void;
}

const kinds = (['call', 'put', 'stock', 'future'] as const satisfies readonly Kind[]).map((value) => ({
  value,
  label: words.kinds[value],
}));

export function LegFields({ leg, place, symbol, view, onChange, onRemove }: LegFieldsProps) {
  const { instrument_type, right, quantity, strike, expiry, multiplier } = leg;
  const kind: Kind = instrument_type === 'option' ? (right ?? 'call') : instrument_type;
  return (
    <fieldset class={css.leg}>
      <legend>{words.legNumber(place + 1)}</legend>
      <Select label={words.kind} value={kind} choices={kinds} onChange={(to) => onChange(ofKind(leg, to, symbol))} />
      <NumberField
        label={words.quantity}
        hint={words.quantityHint}
        value={quantity}
        onChange={(to) => onChange({ ...leg, quantity: to })}
      />
      {instrument_type === 'option' && (
        <NumberField label={words.strike} value={strike ?? undefined} onChange={(to) => onChange({ ...leg, strike: to ?? null })} />
      )}
      {instrument_type !== 'stock' && (
        <DayField label={words.expiry} value={expiry ?? undefined} onChange={(to) => onChange({ ...leg, expiry: to ?? null })} />
      )}
      {instrument_type === 'future' && (
        <NumberField label={words.multiplier} value={multiplier} onChange={(to) => onChange({ ...leg, multiplier: to })} />
      )}
      <div class={css.legFoot}>
        {instrument_type === 'option' && (
          <LegVolatilityFields leg={leg} view={view} onChange={(volatility) => onChange(withVolatility(leg, volatility))} />
        )}
        <IconButton icon="trash" label={words.removeLeg(place + 1)} onClick={onRemove} />
      </div>
    </fieldset>
  );
}

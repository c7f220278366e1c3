import type { DecimalText, Id } from '@taffrail/domain/kernel';
import { NumberField } from '@taffrail/ui';
import { entry as words } from '../../words/index.ts';
import type { ErrorAt } from './formDialog.tsx';

export type LegPrices = ReadonlyMap<Id, DecimalText | undefined>;

interface LegPriceFieldsProps<Leg> {
  readonly legs: readonly Leg[];
  /** Said only where there are several. */
  readonly nameOf: (leg: Leg) => string;
  readonly hintOf?: (leg: Leg) => string;
  readonly prices: LegPrices;
  readonly errorAt: ErrorAt;
  readonly onChange: (prices: LegPrices) => void;
}

/** All legs at once, each at its price. */
export function LegPriceFields<Leg extends { readonly id: Id }>({
  legs,
  nameOf,
  hintOf,
  prices,
  errorAt,
  onChange,
}: LegPriceFieldsProps<Leg>) {
  return (
    <>
      {legs.map((leg, place) => (
        <NumberField
          key={leg.id}
          label={legs.length === 1 ? words.price : nameOf(leg)}
          hint={hintOf?.(leg)}
          value={prices.get(leg.id)}
          error={place === 0 ? errorAt('price') : undefined}
          onChange={(price) => onChange(new Map(prices).set(leg.id, price))}
        />
      ))}
    </>
  );
}

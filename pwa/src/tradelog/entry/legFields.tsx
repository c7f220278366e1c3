import { decimal, decimalText, negate, signOf, type DecimalText } from '@taffrail/domain/kernel';
import type { Leg } from '@taffrail/domain/tradelog';
import { Button, DayField, IconButton, NumberField, SegmentedControl } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { entry as words } from '../../words/index.ts';
import type { ErrorAt } from '../form/formDialog.tsx';
import { asKind, isSale, type DraftLeg, type Outcome } from './draft.ts';
import css from './entry.module.css';

interface LegFieldsProps {
  readonly leg: DraftLeg;
  readonly name: string;
  /** Where no price is asked for, only the contract is. */
  readonly outcome: Outcome | 'unpriced';
  readonly errorAt: ErrorAt;
  readonly onChange: (leg: DraftLeg) => void;
  readonly onRemove?: (() => void) | undefined;
  /** What else is asked of it. */
  readonly children?: ComponentChildren;
}

const kinds: readonly Leg['instrument_type'][] = ['stock', 'future', 'option'];
const kindChoices = kinds.map((value) => ({ value, label: words.kinds[value] }));
const sideChoices = (['buy', 'sell'] as const).map((value) => ({ value, label: words.sides[value] }));
const rightChoices = (['call', 'put'] as const).map((value) => ({ value, label: words.rights[value] }));

/** One contract: which way, how many, of what, at which price. */
export function LegFields({ leg, name, outcome, errorAt, onChange, onRemove, children }: LegFieldsProps) {
  const { instrument_type, quantity } = leg;
  const isSold = isSale(leg);
  const change = (part: Partial<DraftLeg>) => onChange({ ...leg, ...part });
  return (
    <fieldset class={css.leg}>
      <legend class="visually-hidden">{name}</legend>
      <div class={css.legHead}>
        <SegmentedControl
          bare
          label={words.kind}
          value={instrument_type}
          choices={kindChoices}
          onChange={(kind) => onChange(asKind(leg, kind))}
        />
        <SegmentedControl
          bare
          label={words.side}
          value={isSold ? 'sell' : 'buy'}
          choices={sideChoices}
          onChange={(side) => change({ quantity: turned(quantity ?? '1', side) })}
        />
        {onRemove !== undefined && <IconButton icon="close" label={words.removeLeg(name)} onClick={onRemove} />}
      </div>
      {instrument_type !== 'stock' && (
        <div class={css.contract}>
          <DayField
            label={words.expiry}
            value={leg.expiry ?? undefined}
            error={errorAt('expiry')}
            onChange={(expiry) => change({ expiry: expiry ?? null })}
          />
          {instrument_type === 'option' && (
            <>
              <NumberField
                label={words.strike}
                value={leg.strike ?? undefined}
                error={errorAt('strike')}
                onChange={(strike) => change({ strike: strike ?? null })}
              />
              <SegmentedControl
                label={words.right}
                value={leg.right ?? undefined}
                choices={rightChoices}
                onChange={(right) => change({ right })}
              />
            </>
          )}
          {instrument_type === 'future' && (
            <NumberField
              label={words.multiplier}
              optional
              hint={words.multiplierHint}
              value={leg.multiplier}
              error={errorAt('multiplier')}
              onChange={(multiplier) => change({ multiplier })}
            />
          )}
        </div>
      )}
      <div class={css.terms}>
        <NumberField
          label={words.quantity}
          value={quantity?.replace('-', '')}
          error={errorAt('quantity')}
          onChange={(size) => change({ quantity: size && signedAs(size, isSold) })}
        />
        {outcome !== 'unpriced' && (
          <NumberField
            label={outcome === 'filled' ? words.price : words.plannedPrice}
            optional={outcome !== 'filled'}
            value={leg.price}
            error={errorAt('price')}
            onChange={(price) => change({ price })}
          />
        )}
      </div>
      {children}
    </fieldset>
  );
}

/** What was typed with a sign keeps it: a minus is a sale wherever it is typed. */
function signedAs(size: DecimalText, isSold: boolean): DecimalText {
  return isSold && !size.startsWith('-') ? decimalText(negate(decimal(size))) : size;
}

function turned(quantity: DecimalText, side: 'buy' | 'sell'): DecimalText {
  const isSold = signOf(decimal(quantity)) < 0;
  return isSold === (side === 'sell') ? quantity : decimalText(negate(decimal(quantity)));
}

export function AddLeg({ onAdd }: { readonly onAdd: () => void }) {
  return (
    <Button tone="quiet" icon="add" onClick={onAdd}>
      {words.addLeg}
    </Button>
  );
}

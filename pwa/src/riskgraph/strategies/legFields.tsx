import { DayField, IconButton, NumberField, Select } from '@taffrail/ui';
import { riskgraph as words } from '../../words/index.ts';
import type { DraftLeg } from './draftLeg.ts';
import css from './strategies.module.css';

interface LegFieldsProps {
  readonly leg: DraftLeg;
  readonly place: number;
  readonly onChange: (leg: DraftLeg) => void;
  readonly onRemove: () => void;
}

const kinds = (['call', 'put', 'stock', 'future'] as const).map((value) => ({ value, label: words.kinds[value] }));
type Kind = (typeof kinds)[number]['value'];

export function LegFields({ leg, place, onChange, onRemove }: LegFieldsProps) {
  const { instrument_type, right, quantity, strike, expiry, multiplier } = leg;
  const kind: Kind = instrument_type === 'option' ? (right ?? 'call') : instrument_type;
  return (
    <fieldset class={css.leg}>
      <legend>{words.legNumber(place + 1)}</legend>
      <Select label={words.kind} value={kind} choices={kinds} onChange={(to) => onChange(ofKind(leg, to))} />
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
      <IconButton icon="trash" label={words.removeLeg(place + 1)} onClick={onRemove} />
    </fieldset>
  );
}

function ofKind(leg: DraftLeg, kind: Kind): DraftLeg {
  if (kind === 'call' || kind === 'put') return { ...leg, instrument_type: 'option', right: kind, multiplier: '100' };
  const plain = { ...leg, instrument_type: kind, right: null, strike: null, exercise: null };
  return kind === 'stock' ? { ...plain, expiry: null, multiplier: '1' } : { ...plain, multiplier: undefined };
}

import { Button, useFormats } from '@taffrail/ui';
import { useId } from 'preact/hooks';
import { riskgraph as words } from '../../words/index.ts';
import type { Range, Sight } from './drawing.ts';
import css from './picture.module.css';
import { printing } from './printed.ts';

interface SlidersProps {
  readonly sight: Sight;
  readonly range: Range;
  /** As things stand, which is where they can be put back to. */
  readonly start: Sight;
  readonly onChange: (sight: Sight) => void;
}

const LOWEST_SHIFT = -0.2;
const HIGHEST_SHIFT = 0.4;

export function Sliders({ sight, range, start, onChange }: SlidersProps) {
  const figures = printing(useFormats());
  const { spot, days, volatilityShift } = sight;
  const isMoved = spot !== start.spot || days !== start.days || volatilityShift !== start.volatilityShift;
  return (
    <div class={css.sliders}>
      <Slider
        label={words.price}
        value={spot}
        least={range.low}
        most={range.high}
        step={(range.high - range.low) / 400}
        said={figures.price(spot)}
        onChange={(to) => onChange({ ...sight, spot: to })}
      />
      <Slider
        label={words.date}
        value={days}
        least={0}
        most={range.days}
        step={range.days > 30 ? 1 : 0.25}
        said={days === 0 ? words.today : words.inDays(figures.days(days))}
        onChange={(to) => onChange({ ...sight, days: to })}
      />
      <Slider
        label={words.volatility}
        value={volatilityShift}
        least={LOWEST_SHIFT}
        most={HIGHEST_SHIFT}
        step={0.005}
        said={words.points(figures.points(volatilityShift * 100))}
        onChange={(to) => onChange({ ...sight, volatilityShift: to })}
      />
      <div>
        <Button tone="quiet" icon="undo" disabled={!isMoved} onClick={() => onChange(start)}>
          {words.asItStands}
        </Button>
      </div>
    </div>
  );
}

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly said: string;
  readonly onChange: (value: number) => void;
}

function Slider({ label, value, least, most, step, said, onChange }: SliderProps) {
  const id = useId();
  return (
    <div class={css.slider}>
      <label for={id}>{label}</label>
      <output for={id}>{said}</output>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        disabled={!(most > least)}
        aria-valuetext={said}
        onInput={({ currentTarget }) => onChange(Number(currentTarget.value))}
      />
    </div>
  );
}

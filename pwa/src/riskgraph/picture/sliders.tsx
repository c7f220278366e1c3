import { Button, useFormats } from '@taffrail/ui';
import { useId } from 'preact/hooks';
import { riskgraph as words } from '../../words/index.ts';
import css from './picture.module.css';
import { printing } from './printed.ts';
import type { Range } from './range.ts';
import type { Sight } from './sight.ts';

interface SlidersProps {
  readonly sight: Sight;
  /** What it comes to there: read out beside what was moved. */
  readonly here: number;
  readonly range: Range;
  /** As things stand, which is where they can be put back to. */
  readonly start: Sight;
  readonly onChange: (sight: Sight) => void;
}

const LOWEST_SHIFT = -0.2;
const HIGHEST_SHIFT = 0.4;

export function Sliders({ sight, here, range, start, onChange }: SlidersProps) {
  const figures = printing(useFormats());
  const { spot, days, volatilityShift } = sight;
  const comesTo = figures.result(here);
  const isMoved = spot !== start.spot || days !== start.days || volatilityShift !== start.volatilityShift;
  return (
    <div class={css.sliders}>
      <Slider
        label={words.price}
        value={spot}
        least={range.low}
        most={range.high}
        steps={400}
        said={figures.price(spot)}
        comesTo={comesTo}
        onChange={(to) => onChange({ ...sight, spot: to })}
      />
      <Slider
        label={words.date}
        value={days}
        least={0}
        most={range.days}
        steps={Math.max(Math.ceil(range.days), 1) * (range.days > 30 ? 1 : 4)}
        said={days === 0 ? words.today : words.inDays(figures.days(days))}
        comesTo={comesTo}
        onChange={(to) => onChange({ ...sight, days: to })}
      />
      <Slider
        label={words.volatility}
        value={volatilityShift}
        least={LOWEST_SHIFT}
        most={HIGHEST_SHIFT}
        steps={120}
        said={words.points(figures.points(volatilityShift * 100))}
        comesTo={comesTo}
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
  /** From the one end to the other. */
  readonly steps: number;
  readonly said: string;
  readonly comesTo: string;
  readonly onChange: (value: number) => void;
}

/** Counts in steps, so that both ends are among them. */
function Slider({ label, value, least, most, steps, said, comesTo, onChange }: SliderProps) {
  const id = useId();
  const isStill = !(most > least);
  return (
    <div class={css.slider}>
      <label for={id}>{label}</label>
      <output for={id}>{said}</output>
      <input
        id={id}
        type="range"
        min={0}
        max={steps}
        step={1}
        value={isStill ? 0 : Math.round(((value - least) / (most - least)) * steps)}
        disabled={isStill}
        aria-valuetext={words.slid(said, comesTo)}
        style={{ '--share': isStill ? 0 : (value - least) / (most - least) }}
        onInput={({ currentTarget }) => onChange(least + ((most - least) * Number(currentTarget.value)) / steps)}
      />
    </div>
  );
}

import type { Day } from '@taffrail/domain/kernel';
import { IconButton } from '@taffrail/ui';
import { useRef } from 'preact/hooks';
import { journal } from '../../words/index.ts';
import css from './day.module.css';

interface DayChoiceProps {
  readonly day: Day;
  readonly onChoose: (day: Day) => void;
}

/** The system's own picker behind a button: which day it is says the title. */
export function DayChoice({ day, onChoose }: DayChoiceProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <span class={css.choice}>
      <IconButton icon="day" label={journal.chooseDay} aria-haspopup="dialog" onClick={() => input.current?.showPicker()} />
      <input
        ref={input}
        type="date"
        class={css.picker}
        tabIndex={-1}
        aria-hidden="true"
        value={day}
        onChange={(event) => onChoose(event.currentTarget.value)}
      />
    </span>
  );
}

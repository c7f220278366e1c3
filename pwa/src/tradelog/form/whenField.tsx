import { calendarDayOf, tradingDayOf, type Instant } from '@taffrail/domain/kernel';
import type { Account } from '@taffrail/domain/tradelog';
import { Button, DayField, TimeField, useFormats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { form as words } from '../../words/index.ts';
import css from './form.module.css';
import { clockTimeOf, instantAt } from './wallClock.ts';

interface WhenFieldProps {
  readonly label: string;
  /** Undefined where nobody said otherwise. */
  readonly value: Instant | undefined;
  readonly now: Instant;
  readonly account: Account | undefined;
  /** What it is called while nobody says otherwise. */
  readonly unsaid?: string;
  readonly error?: string | undefined;
  readonly onChange: (value: Instant | undefined) => void;
}

/** Now, unless somebody says otherwise; by the clock of whoever types, with the account's clock beside it where that is another. */
export function WhenField({ label, value, now, account, unsaid = words.now, error, onChange }: WhenFieldProps) {
  const { zone, ...formats } = useFormats();
  const [isOpen, setOpen] = useState(value !== undefined);
  const [day, setDay] = useState<string | undefined>(calendarDayOf(value ?? now, zone));
  const [time, setTime] = useState<string | undefined>(clockTimeOf(value ?? now, zone));

  const say = (newDay: string | undefined, newTime: string | undefined) => {
    setDay(newDay);
    setTime(newTime);
    if (newDay !== undefined && newTime !== undefined) onChange(instantAt(newDay, newTime, zone));
  };

  // What is wrong with the moment of saving is said beside the fields that can change it.
  if (!isOpen && error === undefined) {
    return (
      <p>
        {label}: {unsaid}{' '}
        <Button
          tone="quiet"
          onClick={() => {
            setOpen(true);
            say(day, time);
          }}
        >
          {words.otherTime}
        </Button>
      </p>
    );
  }
  return (
    <div>
      <div class={css.moment}>
        <DayField label={`${label}: ${words.day}`} value={day} error={error} onChange={(chosen) => say(chosen, time)} />
        <TimeField seconds label={words.time} value={time} onChange={(chosen) => say(day, chosen)} />
      </div>
      {account !== undefined && value !== undefined && (
        <p class={css.note}>
          {account.zone === zone ? '' : `${words.thereItIs(clockTimeOf(value, account.zone), account.zone)} `}
          {words.tradingDay(formats.day(tradingDayOf(value, account)))}
        </p>
      )}
    </div>
  );
}

import { Button, Checkbox, Combobox, FieldGroup, IconButton, Section, TimeField, useFormats, type Suggestion } from '@taffrail/ui';
import { rules as words } from '../../words/index.ts';
import type { ErrorAt } from './errorAt.ts';
import type { PartProps } from './partProps.ts';
import type { HoursDraft } from './rulesDraft.ts';
import css from './rules.module.css';

type Weekday = HoursDraft['weekdays'][number];

const weekdays = Object.keys(words.weekdayNames) as readonly Weekday[];
const WORKING_DAYS: HoursDraft['weekdays'] = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** When trades may be opened. */
export function HoursPart({ draft: { hours }, errorAt, change }: PartProps) {
  const { zone } = useFormats();
  const replaced = (place: number, window: HoursDraft) => hours.map((other, at) => (at === place ? window : other));
  return (
    <Section title={words.hours}>
      <div class={css.part}>
        <p class={css.muted}>{words.hoursMeaning}</p>
        {hours.map((window, place) => (
          <HoursFields
            // eslint-disable-next-line react/no-array-index-key -- hours have nothing else that tells them apart
            key={place}
            window={window}
            place={place}
            errorAt={errorAt}
            onChange={(changed) => change({ hours: replaced(place, changed) })}
            onRemove={() => change({ hours: hours.filter((_, at) => at !== place) })}
          />
        ))}
        <div>
          <Button icon="add" onClick={() => change({ hours: [...hours, { weekdays: WORKING_DAYS, from: '09:30', to: '16:00', zone }] })}>
            {words.addHours}
          </Button>
        </div>
      </div>
    </Section>
  );
}

interface HoursFieldsProps {
  readonly window: HoursDraft;
  readonly place: number;
  readonly errorAt: ErrorAt;
  readonly onChange: (window: HoursDraft) => void;
  readonly onRemove: () => void;
}

function HoursFields({ window, place, errorAt, onChange, onRemove }: HoursFieldsProps) {
  const at = `allowed_hours.${place}`;
  const turned = (day: Weekday, on: boolean) => weekdays.filter((each) => (each === day ? on : window.weekdays.includes(each)));
  return (
    <div class={css.window} role="group" aria-label={words.hoursName(place + 1)}>
      <FieldGroup label={words.weekdays} error={errorAt(`${at}.weekdays`)}>
        <div class={css.weekdays}>
          {weekdays.map((day) => (
            <Checkbox
              key={day}
              label={words.weekdayNames[day]}
              checked={window.weekdays.includes(day)}
              onChange={(on) => onChange({ ...window, weekdays: turned(day, on) })}
            />
          ))}
        </div>
      </FieldGroup>
      <div class={css.times}>
        <TimeField
          label={words.from}
          value={window.from}
          error={errorAt(`${at}.from`) ?? errorAt(at)}
          onChange={(from) => onChange({ ...window, from })}
        />
        <TimeField label={words.to} value={window.to} error={errorAt(`${at}.to`)} onChange={(to) => onChange({ ...window, to })} />
        <Combobox
          label={words.zone}
          value={window.zone}
          error={errorAt(`${at}.zone`)}
          suggestions={zonesLike(window.zone)}
          onChange={(zone) => onChange({ ...window, zone })}
        />
        <IconButton icon="trash" label={words.removeHours} onClick={onRemove} />
      </div>
    </div>
  );
}

const MOST_SUGGESTIONS = 8;

function zonesLike(typed: string): readonly Suggestion[] {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_');
  const found = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== typed && zone.toLowerCase().includes(wanted));
  return found.slice(0, MOST_SUGGESTIONS).map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}

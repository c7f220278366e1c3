import type { NoticeChoices, QuietHours } from '@taffrail/sync';
import { Button, Section, Switch, TimeField, useFormats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { notifications } from '../words/index.ts';
import { choose } from './choices.ts';
import css from './settings.module.css';

const usual = { from: '22:00', to: '07:00' };

/** When devices are left alone, by the clock of the person and not of the server. */
export function QuietHoursForm({ choices }: { readonly choices: NoticeChoices }) {
  const { zone } = useFormats();
  const { quiet_hours: quiet } = choices;
  const set = (quiet_hours: QuietHours | null) => void choose({ ...choices, quiet_hours });
  return (
    <Section title={notifications.quietHours}>
      <Switch
        label={notifications.quiet}
        hint={notifications.quietHint}
        on={quiet !== null}
        onChange={(on) => set(on ? { ...usual, zone } : null)}
      />
      {quiet && <Hours key={`${quiet.from} ${quiet.to}`} quiet={quiet} zoneHere={zone} onChange={set} />}
    </Section>
  );
}

interface HoursProps {
  readonly quiet: QuietHours;
  readonly zoneHere: string;
  readonly onChange: (quiet: QuietHours) => void;
}

/** A time is half typed most of the while; it counts once it differs from the other and is left. */
function Hours({ quiet, zoneHere, onChange }: HoursProps) {
  const [from, setFrom] = useState<string | undefined>(quiet.from);
  const [to, setTo] = useState<string | undefined>(quiet.to);
  const isSame = from !== undefined && from === to;
  const settle = () => {
    if (from === undefined || to === undefined || isSame) return;
    if (from !== quiet.from || to !== quiet.to) onChange({ ...quiet, from, to });
  };
  return (
    <div class={css.stack} onFocusOut={settle}>
      <div class={css.times}>
        <TimeField label={notifications.from} value={from} onChange={setFrom} />
        <TimeField label={notifications.to} value={to} error={isSame ? notifications.sameTimes : undefined} onChange={setTo} />
      </div>
      <div class={css.actions}>
        <span class={css.muted}>{notifications.inZone(quiet.zone)}</span>
        {quiet.zone !== zoneHere && (
          <Button tone="quiet" onClick={() => onChange({ ...quiet, zone: zoneHere })}>
            {notifications.byThisClock(zoneHere)}
          </Button>
        )}
      </div>
    </div>
  );
}

import {
  type BlockedAttempt,
  type HistoryLine,
  type Phase,
  phaseNames,
  phaseOrder,
  type PhaseProgress,
  type Settings,
  type Transition,
} from '@taffrail/domain/phases';
import { Badge, type Formats, type TimelineEntry } from '@taffrail/ui';
import { phases as words } from '../../words/index.ts';
import { termsOf } from '../standing/terms.ts';
import css from './history.module.css';
import { SnapshotDetails } from './snapshot.tsx';

/** One line of the history as somebody would explain it: what happened, why, on which figures, and what it allows. */
export function entryOf(line: HistoryLine, place: number, settings: Settings, formats: Formats): TimelineEntry {
  const told = line.kind === 'changed' ? changed(line.transition, settings, formats) : blocked(line.attempt, settings);
  return { key: String(place), time: formats.dateTime(line.at), ...told };
}

/** The first of all, which later lines follow from: the oldest figures say from when on they counted. */
export function beginningOf(
  { history, transitions, phase, since }: PhaseProgress,
  settings: Settings,
  formats: Formats,
): readonly TimelineEntry[] {
  const changes = history.flatMap((line) => (line.kind === 'changed' ? [line.transition] : []));
  const [first] = changes;
  const begun = first === undefined ? since : first.metrics_snapshot.since;
  if (begun === null || changes.length < transitions) return [];
  const began = first?.from_phase ?? phase;
  const body = <Meant phase={began} settings={settings} formats={formats} />;
  return [{ key: 'begun', icon: 'steps', time: formats.dateTime(begun), title: words.began(phaseNames[began]), body }];
}

type Told = Pick<TimelineEntry, 'icon' | 'title' | 'body'>;

function changed(transition: Transition, settings: Settings, formats: Formats): Told {
  const { from_phase, to_phase, trigger, override_password_used, override_reason, operator_id } = transition;
  const isOn = phaseOrder.indexOf(to_phase) > phaseOrder.indexOf(from_phase);
  const name = phaseNames[to_phase];
  const how = override_password_used ? words.byOverride : trigger === 'auto' ? words.byItself : words.wasAsked;
  return {
    icon: isOn ? 'up' : 'down',
    title: (
      <span class={css.title}>
        {isOn ? words.wentOn(name) : words.wentBack(name)} <Badge tone={override_password_used ? 'warning' : 'neutral'}>{how}</Badge>
        {operator_id !== null && <span class={css.muted}>{words.by(operator_id)}</span>}
      </span>
    ),
    body: (
      <div class={css.body}>
        {override_reason !== null && <q class={css.said}>{override_reason}</q>}
        <Because transition={transition} isOn={isOn} formats={formats} />
        <Meant phase={to_phase} settings={settings} formats={formats} />
        <SnapshotDetails evidence={transition.metrics_snapshot} currency={settings.currency} />
      </div>
    ),
  };
}

/** What the phase is for, and what it allows. */
function Meant({ phase, settings, formats }: { readonly phase: Phase; readonly settings: Settings; readonly formats: Formats }) {
  const isPaper = settings[phase].position_size_max === '0';
  return (
    <p>
      {words.meant[phase]} {!isPaper && words.allows(termsOf(phase, settings, formats).join(', '))}
    </p>
  );
}

interface BecauseProps {
  readonly transition: Transition;
  readonly isOn: boolean;
  readonly formats: Formats;
}

function Because({ transition, isOn, formats }: BecauseProps) {
  const { validation_passed, failure_reasons, from_phase, metrics_snapshot } = transition;
  if (isOn && validation_passed) {
    const { session_count, trade_count, win_rate, avg_rr } = metrics_snapshot;
    const shown = words.summary(
      formats.count(session_count),
      formats.count(trade_count),
      win_rate === null ? words.unknown : formats.share(win_rate),
      avg_rr === null ? words.unknown : formats.ratio(avg_rr),
    );
    return (
      <p>
        {words.allShown(phaseNames[from_phase])} {shown}
      </p>
    );
  }
  if (failure_reasons === null) return null;
  return <Reasons title={isOn ? words.wentOver : validation_passed ? words.itHappened : words.wasMissing} reasons={failure_reasons} />;
}

function Reasons({ title, reasons }: { readonly title: string; readonly reasons: readonly string[] }) {
  return (
    <div>
      <p>{title}</p>
      <ul class={css.reasons}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}

function blocked(attempt: BlockedAttempt, settings: Settings): Told {
  const { action, to_phase, failure_reasons, metrics_snapshot, operator_id } = attempt;
  const name = phaseNames[to_phase];
  return {
    icon: 'lock',
    title: (
      <span class={css.title}>
        {action === 'attempted_advance' ? words.askedFor(name) : words.triedToOverride(name)}{' '}
        <Badge tone={action === 'attempted_advance' ? 'neutral' : 'breach'}>{words.notGranted}</Badge>
        {operator_id !== null && <span class={css.muted}>{words.by(operator_id)}</span>}
      </span>
    ),
    body: (
      <div class={css.body}>
        <Reasons title={words.wasMissing} reasons={failure_reasons} />
        <SnapshotDetails evidence={metrics_snapshot} currency={settings.currency} />
      </div>
    ),
  };
}

import { type Book, groundOf } from '@taffrail/domain/conduct';
import type { Instant } from '@taffrail/domain/kernel';
import {
  type HistoryLine,
  type Phase,
  phaseNames,
  phaseOrder,
  type PhaseProgress,
  type Settings,
  sizeWhenLeft,
  type Transition,
} from '@taffrail/domain/phases';
import { Badge, type Formats, type TimelineEntry } from '@taffrail/ui';
import { phases as words } from '../../words/index.ts';
import { termsOf } from '../standing/terms.ts';
import css from './history.module.css';
import { SnapshotDetails } from './snapshot.tsx';

/** What a line is told with besides itself. */
export interface Telling {
  /** The settings that held then; undefined where this device has not heard of them yet. */
  readonly settingsThen: (at: Instant) => Settings | undefined;
  readonly book: Book;
  readonly formats: Formats;
}

/** One line of the history as somebody would explain it: what happened, why, on which figures, and what it allowed. */
export function entryOf(line: HistoryLine, place: number, telling: Telling): TimelineEntry {
  const told = line.kind === 'changed' ? changed(line, telling) : blocked(line, telling);
  return { key: String(place), time: telling.formats.dateTime(line.at), ...told };
}

/** The first of all, which later lines follow from: the oldest figures say from when on they counted. */
export function beginningOf(
  { history, transitions, phase, since }: PhaseProgress,
  { settingsThen, formats }: Telling,
): readonly TimelineEntry[] {
  const changes = history.flatMap((line) => (line.kind === 'changed' ? [line.transition] : []));
  const [first] = changes;
  const begun = first === undefined ? since : first.metrics_snapshot.since;
  if (begun === null || changes.length < transitions) return [];
  const began = first?.from_phase ?? phase;
  const body = <Meant phase={began} settings={settingsThen(begun)} formats={formats} />;
  return [{ key: 'begun', icon: 'steps', time: formats.dateTime(begun), title: words.began(phaseNames[began]), body }];
}

type Told = Pick<TimelineEntry, 'icon' | 'title' | 'body'>;

type Changed = Extract<HistoryLine, { readonly kind: 'changed' }>;
type Blocked = Extract<HistoryLine, { readonly kind: 'blocked' }>;

function changed({ at, transition }: Changed, { settingsThen, book, formats }: Telling): Told {
  const settings = settingsThen(at);
  const size = settings === undefined ? null : sizeWhenLeft(transition, at, { ...groundOf(book), settings });
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
        <Because transition={transition} isOn={isOn} settings={settings} formats={formats} />
        {size !== null && settings !== undefined && (
          <p>{words.hadComeTo(phaseNames[from_phase], formats.amount(size, settings.currency, { currency: true }))}</p>
        )}
        <Meant phase={to_phase} settings={settings} formats={formats} />
        <SnapshotDetails evidence={transition.metrics_snapshot} currency={settings?.currency} />
      </div>
    ),
  };
}

interface MeantProps {
  readonly phase: Phase;
  readonly settings: Settings | undefined;
  readonly formats: Formats;
}

/** What the phase is for, and what it allowed then. */
function Meant({ phase, settings, formats }: MeantProps) {
  const isOnPaper = settings === undefined || settings[phase].position_size_max === '0';
  return (
    <p>
      {words.meant[phase]} {!isOnPaper && words.allows(termsOf(phase, settings, formats).join(', '))}
    </p>
  );
}

interface BecauseProps {
  readonly transition: Transition;
  readonly isOn: boolean;
  readonly settings: Settings | undefined;
  readonly formats: Formats;
}

function Because({ transition, isOn, settings, formats }: BecauseProps) {
  const { validation_passed, failure_reasons, from_phase, metrics_snapshot } = transition;
  if (isOn && validation_passed) {
    const { session_count, profitable_sessions, trade_count, win_rate, avg_rr } = metrics_snapshot;
    const wantsProfit = (settings?.[from_phase].advancement_criteria?.min_profitable_sessions ?? 0) > 0;
    const shown = words.summary({
      days: formats.count(session_count),
      profitable: wantsProfit ? formats.count(profitable_sessions) : undefined,
      trades: formats.count(trade_count),
      winRate: win_rate === null ? words.unknown : formats.share(win_rate),
      rr: avg_rr === null ? words.unknown : formats.ratio(avg_rr),
    });
    return (
      <p>
        {words.allShown(phaseNames[from_phase])} {shown}
      </p>
    );
  }
  if (failure_reasons === null) return null;
  const title = isOn ? words.wentOver : validation_passed ? words.itHappened : words.wasMissing;
  return <Reasons title={title} reasons={failure_reasons} formats={formats} />;
}

interface ReasonsProps {
  readonly title: string;
  readonly reasons: readonly string[];
  readonly formats: Formats;
}

function Reasons({ title, reasons, formats }: ReasonsProps) {
  return (
    <div>
      <p>{title}</p>
      <ul class={css.reasons}>
        {reasons.map((reason) => (
          <li key={reason}>{formats.sentence(reason)}</li>
        ))}
      </ul>
    </div>
  );
}

function blocked({ at, attempt }: Blocked, { settingsThen, formats }: Telling): Told {
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
        <Reasons
          title={action === 'attempted_advance' ? words.wasMissing : words.stoodAgainst}
          reasons={failure_reasons}
          formats={formats}
        />
        <SnapshotDetails evidence={metrics_snapshot} currency={settingsThen(at)?.currency} />
      </div>
    ),
  };
}

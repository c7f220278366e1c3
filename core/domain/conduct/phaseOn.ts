import { type Day, type Instant, tradingDayBounds } from '../kernel/index.ts';
import { type HistoryLine, type Phase, type PhaseProgress, type Settings, untouched, usualSettings } from '../phases/index.ts';

interface Stay {
  readonly phase: Phase;
  /** Null for everything there is. */
  readonly since: Instant | null;
}

/** The phase a trader was in at the end of a day; null before any was begun. */
export function phaseOn(day: Day, progress: PhaseProgress = untouched, settings: Settings = usualSettings): Phase | null {
  if (progress.stay === 0) return null;
  const { ends_at } = tradingDayBounds(day, settings);
  return staysOf(progress).find(({ since }) => since === null || since < ends_at)?.phase ?? null;
}

/** The newest first. What was left carries with its figures from when on they count. */
function staysOf({ phase, since, history }: PhaseProgress): readonly Stay[] {
  const left = history.flatMap((line) => leftBy(line)).toReversed();
  return [{ phase, since }, ...left];
}

function leftBy(line: HistoryLine): readonly Stay[] {
  if (line.kind === 'blocked') return [];
  const { from_phase, metrics_snapshot } = line.transition;
  return [{ phase: from_phase, since: metrics_snapshot.since }];
}

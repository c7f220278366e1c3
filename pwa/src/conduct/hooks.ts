import { verdictNow, type Asked, type Book } from '@taffrail/domain/conduct';
import type { Breach, DatedTrade, RulesOverTime, Verdict } from '@taffrail/domain/discipline';
import type { Id, Instant, Versioned } from '@taffrail/domain/kernel';
import { untouched, usualSettings, type PhaseProgress, type Settings, type Standing } from '@taffrail/domain/phases';
import { known } from '@taffrail/replica';
import { useMemo } from 'preact/hooks';
import { useLive, useReplica } from '../app/index.ts';

/** Everything known of the book where rules and phases are concerned; undefined until it is read. */
export function useConductBook(): Book | undefined {
  return known(useReplica()).book.value;
}

/** Now, from one minute to the next. */
export function useMinute(): Instant {
  return known(useReplica()).minute.value;
}

/** Every trade that was opened, as the rules see it, on the clock of its account; undefined until they are read. */
export function useTradesSeen(): readonly DatedTrade[] | undefined {
  return known(useReplica()).trades.value;
}

const NOTHING_SAID = { intended: null, grade_cap_pct: null, halts: [] } satisfies Omit<Asked, 'now' | 'account'>;

/**
 * What may be done now in an account, told again with every change and every minute; undefined until all of it is read, and without such
 * an account. What is meant to be traded, and what a checklist allows, are said as far as they are known.
 */
export function useVerdict(accountId: Id | undefined, said: Partial<Omit<Asked, 'now' | 'account'>> = {}): Verdict | undefined {
  const { book, minute } = known(useReplica());
  const [now, at] = [book.value, minute.value];
  const asked = JSON.stringify(said);
  return useMemo(() => {
    const account = now?.accounts.find(({ id }) => id === accountId);
    return now && account && verdictNow(now, { now: at, account, ...NOTHING_SAID, ...(JSON.parse(asked) as typeof said) });
  }, [now, at, accountId, asked]);
}

export interface PhaseStanding {
  /** Nobody has said yet where they stand while this is false; until then phases have no say. */
  readonly begun: boolean;
  readonly standing: Standing;
  readonly progress: PhaseProgress;
  readonly settings: Settings;
  /** Of the settings; 0 while nobody has changed them. */
  readonly settings_version: number;
}

/** Where the trader stands in the phases; undefined until it is read. */
export function usePhaseStanding(): PhaseStanding | undefined {
  const { standing, terms } = known(useReplica());
  const [now, said] = [standing.value, terms.value];
  if (now === undefined || said === undefined) return undefined;
  const { progress, settings } = said;
  return {
    begun: (progress?.state.stay ?? 0) > 0,
    standing: now,
    progress: progress?.state ?? untouched,
    settings: settings?.state ?? usualSettings,
    settings_version: settings?.version ?? 0,
  };
}

/** The rules over time: undefined until they are read, null while nobody has set any. */
export function useRules(): Versioned<RulesOverTime> | null | undefined {
  const { terms } = known(useReplica());
  return terms.value && (terms.value.rules ?? null);
}

/** All that is on the record, what was withdrawn too; undefined until it is read. */
export function useBreaches(): readonly Breach[] | undefined {
  const replica = useReplica();
  const breaches = useLive(['breach'], () => replica.states<Breach>('breach'));
  return useMemo(() => (breaches.status === 'ready' ? breaches.value.map(({ state }) => state) : undefined), [breaches]);
}

import { type Aggregate, type Fact, type FoldedFact, type Id, type Instant, type NewFact, asJson, derivedId } from '../kernel/index.ts';
import { type Settings, settingsSchema, usualSettings } from './settings.ts';

/** There is one for each book. */
export const phaseSettingsId: Id = derivedId('phase_settings');

const facts = { PhaseSettingsChanged: settingsSchema };

export function phaseSettingsFact(settings: Settings): NewFact {
  return { aggregate_type: 'phase_settings', aggregate_id: phaseSettingsId, type: 'PhaseSettingsChanged', payload: asJson(settings) };
}

export const phaseSettingsAggregate: Aggregate<Settings> = { type: 'phase_settings', facts, evolve };

/** What held at a moment, as the facts say it: the usual ones until somebody had changed them, undefined where some of them are not at hand. */
export function settingsAt(at: Instant, recorded: readonly Recorded[], version: number): Settings | undefined {
  const changes = recorded.filter(({ type }) => type === 'PhaseSettingsChanged');
  const change = changes.findLast(({ occurred_at }) => occurred_at <= at);
  if (change !== undefined) return change.payload as unknown as Settings;
  return changes.length < version ? undefined : usualSettings;
}

type Recorded = Pick<Fact, 'type' | 'occurred_at' | 'payload'>;

function evolve(settings: Settings | undefined, fact: FoldedFact): Settings {
  return fact.type === 'PhaseSettingsChanged' ? (fact.payload as Settings) : (settings as Settings);
}

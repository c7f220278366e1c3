import { type Aggregate, type FoldedFact, type Id, type NewFact, asJson, derivedId } from '../kernel/index.ts';
import { type Settings, settingsSchema } from './settings.ts';

/** There is one for each book. */
export const phaseSettingsId: Id = derivedId('phase_settings');

const facts = { PhaseSettingsChanged: settingsSchema };

export function phaseSettingsFact(settings: Settings): NewFact {
  return { aggregate_type: 'phase_settings', aggregate_id: phaseSettingsId, type: 'PhaseSettingsChanged', payload: asJson(settings) };
}

export const phaseSettingsAggregate: Aggregate<Settings> = { type: 'phase_settings', facts, evolve };

function evolve(settings: Settings | undefined, fact: FoldedFact): Settings {
  return fact.type === 'PhaseSettingsChanged' ? (fact.payload as Settings) : (settings as Settings);
}

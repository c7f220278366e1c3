import { type CommandRule, sameJson } from '../../kernel/index.ts';
import { refusals } from '../refusals.ts';
import { type Settings, settingsSchema } from '../settings.ts';
import { phaseSettingsFact, phaseSettingsId } from '../settingsOfBook.ts';

export type ChangePhaseSettings = Settings;

/** All of them at once, so that the version they were changed on says all that was seen. Saying the same again changes nothing. */
export const changePhaseSettings: CommandRule<Settings | undefined, ChangePhaseSettings> = {
  type: 'ChangePhaseSettings',
  aggregate: 'phase_settings',
  stance: 'puts',
  payload: settingsSchema,
  decide({ aggregate_id, state, payload }) {
    if (aggregate_id !== phaseSettingsId) return refusals.another_id({ id: aggregate_id, expected_id: phaseSettingsId });
    return sameJson(state, payload) ? [] : [phaseSettingsFact(payload)];
  },
};

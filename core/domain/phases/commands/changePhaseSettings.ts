import type { CommandRule } from '../../kernel/index.ts';
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
    return state !== undefined && isSame(state, payload) ? [] : [phaseSettingsFact(payload)];
  },
};

/** Both come from the schema, which gives the names their order and the values their one spelling. */
const isSame = (a: Settings, b: Settings): boolean => JSON.stringify(a) === JSON.stringify(b);

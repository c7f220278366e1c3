import { isRefusal, kernelRefusals, sameJson, type Versioned } from '@taffrail/domain/kernel';
import { phaseSchema, phaseSettingsId, settingsFromConfig, settingsSchema, usualSettings, type Settings } from '@taffrail/domain/phases';
import { z } from 'zod';
import { defineRoute, dispatch, lastSeqOf, type Caller, type DoorAnswer, type Route } from '../../http/index.ts';
import { findSettings, settingsRef } from '../states.ts';
import { tag } from './common.ts';

const headers = { ifMatch: 'optional', idempotencyKey: 'optional' } as const;
const answers = [{ status: 200, description: 'The settings that count', schema: settingsSchema }];

const getSettings = defineRoute({
  method: 'GET',
  path: '/api/phases/settings',
  summary: 'Look at what each phase allows and asks for',
  description: 'The usual settings while nobody has changed any; there is no version to name then.',
  tag,
  who: 'viewer',
  answers,
  door: ({ workspace }) => settingsReply(findSettings(workspace)),
});

const putSettings = defineRoute({
  method: 'PUT',
  path: '/api/phases/settings',
  summary: 'Change what phases allow and ask for',
  description: 'All of them at once. If-Match is needed once they have been changed.',
  tag,
  who: 'member',
  headers,
  body: settingsSchema.meta({ examples: [usualSettings] }),
  answers,
  door: (asked) => change(asked, asked.body),
});

const importSettings = defineRoute({
  method: 'POST',
  path: '/api/phases/settings/import',
  summary: 'Take phase settings from the config.json of a bot',
  description: 'What the file says goes over what holds already. Where it says its trader stands is answered, and changes nothing.',
  tag,
  who: 'member',
  headers,
  body: z
    .record(z.string(), z.json())
    .meta({ examples: [{ phase_progression: { current_phase: 'experience', proof: { max_trades_per_day: 1, position_size: 100 } } }] }),
  answers: [
    {
      status: 200,
      description: 'The settings as they are now',
      schema: z.strictObject({ settings: settingsSchema, current_phase: phaseSchema.nullable() }),
    },
  ],
  async door(asked) {
    const config = settingsFromConfig(asked.body, findSettings(asked.workspace)?.state ?? usualSettings);
    if (isRefusal(config)) return config;
    const answer = await change(asked, config.settings);
    return 'status' in answer ? { ...answer, body: { settings: answer.body, current_phase: config.current_phase } } : answer;
  },
});

export const settingsRoutes: readonly Route[] = [getSettings, putSettings, importSettings];

async function change(caller: Caller, settings: Settings): Promise<DoorAnswer> {
  const { workspace, headers: given } = caller;
  const present = findSettings(workspace);
  if (present && given.ifMatch === undefined) {
    return kernelRefusals.version_required({ noun: 'phase_settings', current_version: present.version });
  }
  if (present && sameJson(present.state, settings)) return settingsReply(present);
  const answer = await dispatch(caller, { type: 'ChangePhaseSettings', aggregate_id: phaseSettingsId, payload: settings });
  if (answer.outcome === 'refused') return answer;
  return settingsReply(workspace.stateAsOf(settingsRef, lastSeqOf(answer)) as Versioned<Settings>);
}

function settingsReply(found: Versioned<Settings> | undefined): DoorAnswer {
  return { status: 200, body: found?.state ?? usualSettings, ...(found && { version: found.version }) };
}

import { z } from 'zod';
import { type Refusal, decimalSchema } from '../kernel/index.ts';
import { type Phase, phaseOrder, phaseSchema } from './phase.ts';
import { refusals } from './refusals.ts';
import { type PhaseSettings, type Settings, criteriaSchema, phaseSettingsSchema, settingsSchema, triggersSchema } from './settings.ts';

const { max_trades_per_day, position_size_min, position_size_max } = phaseSettingsSchema.shape;

const fileOfPhase = z.object({
  max_trades_per_day: max_trades_per_day.optional(),
  position_size: decimalSchema({ places: 2, whole: 12, min: '0' }).optional(),
  position_size_min: position_size_min.optional(),
  position_size_max: position_size_max.optional(),
  advancement_criteria: z.object(criteriaSchema.shape).partial().optional(),
  downgrade_triggers: z.object(triggersSchema.shape).partial().optional(),
});

type FileOfPhase = z.infer<typeof fileOfPhase>;

/** As bots keep them; what else is in such a file is left alone. */
const fileSchema = z.object({
  phase_progression: z.object({
    current_phase: phaseSchema.optional(),
    experience: fileOfPhase.optional(),
    proof: fileOfPhase.optional(),
    trial: fileOfPhase.optional(),
    scaling: fileOfPhase.optional(),
  }),
});

export interface ImportedConfig {
  readonly settings: Settings;
  /** Where the file says its trader stands. */
  readonly current_phase: Phase | null;
}

/** What a `config.json` says, over what holds already. */
export function settingsFromConfig(config: unknown, current: Settings): ImportedConfig | Refusal {
  const file = fileSchema.safeParse(config);
  if (!file.success) return notTaken(file.error);
  const { current_phase = null, ...given } = file.data.phase_progression;
  const merged = Object.fromEntries(phaseOrder.map((phase) => [phase, merge(phase, current[phase], given[phase] ?? {})]));
  const settings = settingsSchema.safeParse({ ...current, ...merged });
  return settings.success ? { settings: settings.data, current_phase } : notTaken(settings.error);
}

function merge(phase: Phase, current: PhaseSettings, given: FileOfPhase): PhaseSettings {
  const { position_size, advancement_criteria, downgrade_triggers, ...rest } = given;
  return {
    ...current,
    ...(position_size !== undefined && { position_size_min: position_size, position_size_max: position_size }),
    ...rest,
    ...(advancement_criteria && { advancement_criteria: criteriaFor(phase, current, advancement_criteria) }),
    ...(downgrade_triggers && { downgrade_triggers: { ...current.downgrade_triggers, ...downgrade_triggers } }),
  } as PhaseSettings;
}

/** In Experience a session that a file asks for is a profitable one. */
function criteriaFor(phase: Phase, current: PhaseSettings, given: NonNullable<FileOfPhase['advancement_criteria']>) {
  const sessions = given.min_sessions;
  const profitable = phase === 'experience' && sessions !== undefined ? { min_profitable_sessions: sessions } : {};
  return { ...current.advancement_criteria, ...profitable, ...given };
}

function notTaken(error: z.ZodError): Refusal {
  const issue = error.issues[0];
  const at = issue?.path.join('.') ?? '';
  return refusals.not_phase_settings({ at: at === 'phase_progression' ? '' : at, problem: issue?.message ?? 'not understood' });
}

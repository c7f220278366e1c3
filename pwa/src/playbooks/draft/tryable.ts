import { checklistInputSchema, fieldInputSchema, type Checklist, type Field } from '@taffrail/domain/playbooks';
import { draftContentOf, type PlaybookDraft } from '@taffrail/sync';
import { usualTerms } from './usual.ts';

export interface Tryable {
  readonly checklist: Checklist;
  /** Fields that cannot be asked yet. */
  readonly unfinished: number;
}

const { grade_thresholds, risk_schedule, template_max_risk_pct } = checklistInputSchema.shape;

/** As much of a draft as can be tried out already: what is wrong is left away, or as usual until it is put right. */
export function tryable(draft: PlaybookDraft): Tryable {
  const content = draftContentOf(draft) as Readonly<Record<string, unknown>>;
  const fields = (content['fields'] as readonly unknown[]).map((field) => fieldInputSchema.safeParse(field).data);
  const sound = fields.filter(isFirstOfItsKey);
  const checklist = {
    fields: sound,
    grade_thresholds: grade_thresholds.safeParse(content['grade_thresholds']).data ?? usualTerms.grade_thresholds,
    risk_schedule: risk_schedule.safeParse(content['risk_schedule']).data ?? usualTerms.risk_schedule,
    template_max_risk_pct: template_max_risk_pct.safeParse(content['template_max_risk_pct']).data ?? usualTerms.template_max_risk_pct,
  };
  return { checklist, unfinished: fields.length - sound.length };
}

function isFirstOfItsKey(field: Field | undefined, place: number, all: readonly (Field | undefined)[]): field is Field {
  return field !== undefined && all.findIndex((other) => other?.key === field.key) === place;
}

import { checklistInputSchema, grades, type Checklist } from '@taffrail/domain/playbooks';
import type { DraftHead } from '@taffrail/sync';

/** What holds of a playbook that says nothing about grades and risk. */
export const usualTerms: Omit<Checklist, 'fields'> = checklistInputSchema.omit({ fields: true }).parse({});

const { grade_thresholds, risk_schedule } = usualTerms;

/** What an empty draft begins with. It is said although it is usual, because of a schedule that names some grades the others are left out. */
export const usualHead: DraftHead = {
  purpose: 'pre',
  'grade_thresholds.A': grade_thresholds.A,
  'grade_thresholds.B': grade_thresholds.B,
  'grade_thresholds.C': grade_thresholds.C,
  ...Object.fromEntries(grades.map((grade) => [`risk_schedule.${grade}`, risk_schedule[grade] ?? ''])),
};

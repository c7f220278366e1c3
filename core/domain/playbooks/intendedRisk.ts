import { type DecimalText, percentSchema } from '../kernel/index.ts';
import { answerTo } from './answer.ts';
import type { Field } from './field.ts';

/** A playbook may ask for it itself, by a number field with this key; then it is asked for nowhere else. */
export const INTENDED_RISK = 'intended_risk_pct';

const asksForIt = ({ key, type }: Pick<Field, 'key' | 'type'>): boolean => key === INTENDED_RISK && type === 'number';

export const asksForRisk = (fields: readonly Pick<Field, 'key' | 'type'>[]): boolean => fields.some(asksForIt);

/** What is meant to be risked: by the answer to such a field, else as it was said beside the answers. */
export function intendedRisk(
  fields: readonly Field[],
  values: { readonly [key: string]: unknown },
  said: DecimalText | null = null,
): DecimalText | null {
  const field = fields.find(asksForIt);
  if (field === undefined || !Object.hasOwn(values, INTENDED_RISK)) return said;
  return percentSchema.safeParse(answerTo(field, values[INTENDED_RISK]).value).data ?? said;
}

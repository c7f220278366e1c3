import type { Formats } from '@taffrail/ui';
import { fieldTypes, playbooks as words } from '../words/index.ts';

/** As much of a field as a line below its label says; a draft's may be anything. */
export interface Summarised {
  readonly type: string;
  readonly required: boolean;
  readonly weight: string;
  readonly allow_comment: boolean;
  readonly min?: string;
  readonly max?: string;
  readonly regex?: string;
  readonly options?: readonly string[];
}

/** How a field is answered and what that counts, in words. */
export function summaryOf(field: Summarised, formats: Formats): string {
  const { type, required, weight, allow_comment } = field;
  return [
    Object.hasOwn(fieldTypes, type) ? fieldTypes[type as keyof typeof fieldTypes] : '',
    ruleOf(field, formats),
    weight === '0' ? words.unweighed : words.weight(printed(weight, formats)),
    required ? words.required : '',
    allow_comment ? '' : words.noComments,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function ruleOf({ type, min = '', max = '', regex = '', options = [] }: Summarised, formats: Formats): string {
  if (type === 'select') return options.join(', ');
  if (type === 'text') return regex === '' ? '' : words.like(regex);
  if (type !== 'number' && type !== 'rating') return '';
  if (min !== '' && max !== '') return words.between(printed(min, formats), printed(max, formats));
  if (min !== '') return words.atLeast(printed(min, formats));
  return max === '' ? '' : words.atMost(printed(max, formats));
}

const printed = (figure: string, formats: Formats): string => (/^-?\d+(\.\d+)?$/.test(figure) ? formats.quantity(figure) : figure);

import type { Formats } from '@taffrail/ui';
import { list as words } from '../../words/index.ts';
import type { Wanted } from './answers.ts';
import type { ListedPlaybook } from './playbooks.ts';

/** What is asked of a field, in a few words. */
export function labelOfWanted(wanted: Wanted, playbook: ListedPlaybook | undefined, formats: Formats): string {
  const label = playbook?.fields.find(({ key }) => key === wanted.key)?.label ?? wanted.key;
  if ('is' in wanted) return words.answerIs(label, answerInWords(wanted.is));
  const { from, to } = wanted;
  return words.answerIs(
    label,
    `${from === undefined ? '' : formats.quantity(from)} – ${to === undefined ? '' : formats.quantity(to)}`.trim(),
  );
}

export function answerInWords(answer: boolean | string): string {
  if (typeof answer === 'string') return answer;
  return answer ? words.yes : words.no;
}

import { contentInputSchema, type Content } from '@taffrail/domain/playbooks';
import { draftContentOf, type PlaybookDraft } from '@taffrail/sync';

/** What keeps a draft from being published. */
export interface Problem {
  /** The field it is about; none where it is about the playbook. */
  readonly fieldId: string | undefined;
  /** What of it is wrong, as a draft calls it. */
  readonly at: string;
  readonly sentence: string;
}

export interface Judgement {
  /** As it would be published; undefined where something is wrong. */
  readonly content: Content | undefined;
  readonly problems: readonly Problem[];
}

export function judge(draft: PlaybookDraft): Judgement {
  const parsed = contentInputSchema.safeParse(draftContentOf(draft));
  if (parsed.success) return { content: parsed.data, problems: [] };
  const problems = parsed.error.issues.map(({ path, message }) => ({ ...placeOf(draft, path.map(String)), sentence: sentenceOf(message) }));
  return { content: undefined, problems: problems.filter(isFirstAtItsPlace) };
}

function placeOf({ fields }: PlaybookDraft, [head = '', ...rest]: readonly string[]): Pick<Problem, 'fieldId' | 'at'> {
  if (head !== 'fields') return { fieldId: undefined, at: rest.length > 0 && head !== 'strategy_bindings' ? `${head}.${rest[0]}` : head };
  const [place, part = '', rule] = rest;
  const field = place === undefined ? undefined : fields[Number(place)];
  if (field === undefined) return { fieldId: undefined, at: head };
  return { fieldId: field.id, at: part === 'validation' ? (rule ?? ruleOf(field.type)) : part };
}

/** Where what is wrong with the rules of a field as a whole can be put right. */
const ruleOf = (type: string): string => (type === 'select' ? 'options' : 'max');

function sentenceOf(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}

const isFirstAtItsPlace = (problem: Problem, index: number, all: readonly Problem[]): boolean =>
  all.findIndex(({ fieldId, at }) => fieldId === problem.fieldId && at === problem.at) === index;

/** What is wrong at one place, if anything is. */
export type ProblemAt = (at: string, fieldId?: string) => string | undefined;

export const problemsBy =
  (problems: readonly Problem[]): ProblemAt =>
  (at, fieldId) =>
    problems.find((problem) => problem.at === at && problem.fieldId === fieldId)?.sentence;

/** Everything of a field that can be wrong. */
export const fieldParts = ['key', 'label', 'help', 'type', 'weight', 'min', 'max', 'regex', 'options'] as const;

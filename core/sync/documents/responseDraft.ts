import { wordsOf, type RichText } from '@taffrail/domain/kernel';
import type * as Y from 'yjs';
import type { OpenDocument } from './document.ts';
import { ANSWER, COMMENT } from './kinds.ts';
import { readGroups, readRegisters, setRegisters, UNGROUPED, type Registers, type RegisterValue } from './registers.ts';
import { richTextIn, setRichText } from './richTextJson.ts';

/** What a checklist that is being filled in says of itself, as it was chosen and typed. */
export interface ResponseHead {
  /** The version that is answered, by its id; null until somebody has begun. */
  readonly version_id: string | null;
  readonly intended_risk_pct: string | null;
  readonly trade_entered: boolean | null;
  readonly account_id: string | null;
}

/** Its answers and remarks by the keys of the fields. Whether they hold, the domain says. */
export interface Answers {
  readonly values: { readonly [key: string]: AnswerValue };
  readonly comments: { readonly [key: string]: RichText };
}

export type AnswerValue = boolean | string | RichText;

/** What of a field decides where its answer stands. */
export interface AnsweredField {
  readonly key: string;
  readonly type: string;
  readonly allow_comment: boolean;
}

type Answered = Pick<AnsweredField, 'key' | 'type'>;

const PART = 'answers';
const VALUE = 'value';
const head = { part: PART, group: UNGROUPED };
/** No field has this key. */
const CHOSEN = '-chosen';
/** Yjs takes nothing in which something is named "constructor", as a field may be. */
const chosenName = (key: string): string => `-${key}`;
/** Boxes that are ticked, and whatever else is changed at a touch. */
const chosenTypes: ReadonlySet<string> = new Set(['boolean', 'select', 'rating']);

export function readResponseHead(document: OpenDocument): ResponseHead {
  const registers = readRegisters(document, head);
  const entered = registers.get('trade_entered');
  return {
    version_id: wordsAt(registers, 'version_id'),
    intended_risk_pct: wordsAt(registers, 'intended_risk_pct'),
    trade_entered: typeof entered === 'boolean' ? entered : null,
    account_id: wordsAt(registers, 'account_id'),
  };
}

function wordsAt(registers: Registers, name: string): string | null {
  const value = registers.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** What was answered to these fields. Answers to fields that a later version no longer has stay in the document. */
export function readAnswers(document: OpenDocument, fields: readonly AnsweredField[]): Answers {
  const groups = readGroups(document, PART);
  const values = fields.flatMap(({ key, type }): [string, AnswerValue][] => {
    const value = type === 'rich_text' ? written(answerText(document, key)) : given(registerOf(groups, { key, type }));
    return value === undefined ? [] : [[key, value]];
  });
  const comments = fields.flatMap(({ key, allow_comment }): [string, RichText][] => {
    const comment = allow_comment ? written(commentText(document, key)) : undefined;
    return comment ? [[key, comment]] : [];
  });
  return { values: Object.fromEntries(values), comments: Object.fromEntries(comments) };
}

/** A field may have been of another type in the version that was answered. */
function registerOf(groups: ReadonlyMap<string, Registers>, { key, type }: Answered): RegisterValue | undefined {
  const [chosen, typed] = [groups.get(CHOSEN), groups.get(key)];
  const name = chosenName(key);
  const isChosen = chosen?.has(name) === true && (chosenTypes.has(type) || typed === undefined);
  return isChosen ? chosen.get(name) : typed?.get(VALUE);
}

function given(value: RegisterValue | undefined): boolean | string | undefined {
  return typeof value === 'boolean' || (typeof value === 'string' && value.trim() !== '') ? value : undefined;
}

function written(part: Y.XmlFragment): RichText | undefined {
  const text = richTextIn(part);
  return wordsOf(text) === '' ? undefined : text;
}

export const setResponseHead = (document: OpenDocument, device: string, values: Partial<ResponseHead>): void =>
  setRegisters(document, device, head, values);

/**
 * What is chosen is said together, so that toggling leaves nothing behind; what is typed has a group for each field, so that no
 * letter repeats the rest. Null takes it back.
 */
export function setAnswer(document: OpenDocument, device: string, { key, type }: Answered, value: boolean | string | null): void {
  const [group, name] = chosenTypes.has(type) ? [CHOSEN, chosenName(key)] : [key, VALUE];
  setRegisters(document, device, { part: PART, group }, { [name]: value });
}

/** What an editor binds to, for an answer in paragraphs. */
export const answerText = ({ content }: OpenDocument, key: string): Y.XmlFragment => content.getXmlFragment(ANSWER + key);

/** As above, for a remark on a field. */
export const commentText = ({ content }: OpenDocument, key: string): Y.XmlFragment => content.getXmlFragment(COMMENT + key);

/** Begins with what was submitted before, such as by a script that knows no documents. */
export function fillAnswers(
  document: OpenDocument,
  device: string,
  values: Partial<ResponseHead>,
  answers: Answers,
  fields: readonly AnsweredField[],
): void {
  document.content.transact(() => {
    setResponseHead(document, device, values);
    for (const field of fields) {
      const value = Object.hasOwn(answers.values, field.key) ? answers.values[field.key] : undefined;
      if (typeof value === 'object') setRichText(answerText(document, field.key), value);
      else if (value !== undefined) setAnswer(document, device, field, value);
    }
    for (const [key, comment] of Object.entries(answers.comments)) setRichText(commentText(document, key), comment);
  });
}

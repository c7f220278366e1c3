import { wordsOf, type RichText } from '@taffrail/domain/kernel';
import type * as Y from 'yjs';
import type { OpenDocument } from './document.ts';
import { ANSWER, COMMENT } from './kinds.ts';
import { readGroups, readRegisters, setRegisters, UNGROUPED, type Registers } from './registers.ts';
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

const PART = 'answers';
const VALUE = 'value';
const head = { part: PART, group: UNGROUPED };

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
    const value = type === 'rich_text' ? written(answerText(document, key)) : given(groups.get(key));
    return value === undefined ? [] : [[key, value]];
  });
  const comments = fields.flatMap(({ key, allow_comment }): [string, RichText][] => {
    const comment = allow_comment ? written(commentText(document, key)) : undefined;
    return comment ? [[key, comment]] : [];
  });
  return { values: Object.fromEntries(values), comments: Object.fromEntries(comments) };
}

function given(registers: Registers | undefined): boolean | string | undefined {
  const value = registers?.get(VALUE);
  return typeof value === 'boolean' || (typeof value === 'string' && value.trim() !== '') ? value : undefined;
}

function written(part: Y.XmlFragment): RichText | undefined {
  const text = richTextIn(part);
  return wordsOf(text) === '' ? undefined : text;
}

export const setResponseHead = (document: OpenDocument, device: string, values: Partial<ResponseHead>): void =>
  setRegisters(document, device, head, values);

/** A group for each field: an answer that is typed letter by letter repeats no other. Null takes it back. */
export const setAnswer = (document: OpenDocument, device: string, key: string, value: boolean | string | null): void =>
  setRegisters(document, device, { part: PART, group: key }, { [VALUE]: value });

/** What an editor binds to, for an answer in paragraphs. */
export const answerText = ({ content }: OpenDocument, key: string): Y.XmlFragment => content.getXmlFragment(ANSWER + key);

/** As above, for a remark on a field. */
export const commentText = ({ content }: OpenDocument, key: string): Y.XmlFragment => content.getXmlFragment(COMMENT + key);

/** Begins with what was submitted before, such as by a script that knows no documents. */
export function fillAnswers(document: OpenDocument, device: string, values: Partial<ResponseHead>, answers: Answers): void {
  document.content.transact(() => {
    setResponseHead(document, device, values);
    for (const [key, value] of Object.entries(answers.values)) {
      if (typeof value === 'object') setRichText(answerText(document, key), value);
      else setAnswer(document, device, key, value);
    }
    for (const [key, comment] of Object.entries(answers.comments)) setRichText(commentText(document, key), comment);
  });
}

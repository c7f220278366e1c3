import { gallery, responseId, type ContentInput } from '@taffrail/domain/playbooks';
import type { Id } from '@taffrail/domain/kernel';
import { sample as words } from '../words/index.ts';

/** A playbook of the made-up book, under the ids it has there. */
export interface SamplePlaybook {
  readonly id: Id;
  readonly versionId: Id;
  readonly content: ContentInput;
}

/** Those of the gallery that the made-up trades are bound to by their tags. */
const NAMES = new Set(['Breakout', 'Pullback in a trend']);

export const samplePlaybooks = (nextId: () => Id): readonly SamplePlaybook[] =>
  gallery.filter(({ name }) => NAMES.has(name)).map((content) => ({ id: nextId(), versionId: nextId(), content }));

export const publication = ({ versionId, content }: SamplePlaybook) => ({ version_id: versionId, base_version_id: null, content });

/** What was answered beside a trade. Every few trades something was not there, and the trade was taken all the same. */
export function answersTo({ id, versionId, content }: SamplePlaybook, positionId: Id, turn: number, intended?: string) {
  const subject = { type: 'position', id: positionId } as const;
  const missing = turn % MOST_MISSING;
  const isMissing = (at: number): boolean => (at + turn) % content.fields.length < missing * 2;
  const answers = new Map<string, boolean | string>();
  for (const [at, { key, type, required = false, validation }] of content.fields.entries()) {
    const [option] = validation?.options ?? [];
    if (type === 'boolean') answers.set(key, !isMissing(at));
    else if (type === 'select' && option !== undefined) answers.set(key, option);
    else if (type === 'text' && required) answers.set(key, words.answer);
  }
  return {
    response_id: responseId(subject, id),
    payload: {
      subject,
      playbook_id: id,
      version_id: versionId,
      values: Object.fromEntries(answers),
      intended_risk_pct: intended ?? (turn % 2 === 0 ? '0.5' : '0.75'),
    },
  };
}

const MOST_MISSING = 3;

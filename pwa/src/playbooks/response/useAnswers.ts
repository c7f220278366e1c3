import { percentSchema, type DecimalText } from '@taffrail/domain/kernel';
import {
  asksForRisk,
  evaluate,
  type Evaluation,
  type PlaybookResponse,
  type PlaybookVersion,
  type Submission,
  type Value,
} from '@taffrail/domain/playbooks';
import type { HeldDocument } from '@taffrail/replica/documents';
import { fillAnswers, onChange, readAnswers, readResponseHead, setAnswer, setResponseHead, type ResponseHead } from '@taffrail/sync';
import { useEffect, useState } from 'preact/hooks';
import { useBook } from '../../app/index.ts';

/** A response as it is being filled in, here and elsewhere at once. */
export interface Filling {
  readonly head: ResponseHead;
  readonly values: { readonly [key: string]: Value };
  readonly comments: Submission['comments'];
  readonly answer: (key: string, value: Value | undefined) => void;
  readonly say: (head: Partial<ResponseHead>) => void;
}

/** Whoever reads a document is drawn again when it changes. */
function useChanges({ document }: HeldDocument): void {
  const [, setTurn] = useState(0);
  useEffect(() => onChange(document, () => setTurn((before) => before + 1)), [document]);
}

/** The version that is answered: what was chosen, else what was submitted, else the latest. */
export function useVersionId(held: HeldDocument, response: PlaybookResponse | undefined, latestId: string): string {
  useChanges(held);
  return readResponseHead(held.document).version_id ?? response?.submission?.version_id ?? latestId;
}

export function useAnswers(held: HeldDocument, version: PlaybookVersion, submission: Submission | null): Filling {
  const { entry } = useBook();
  const { document } = held;
  useChanges(held);

  // What was submitted elsewhere without a document, such as by a script, is gone on with; nothing else is written by opening.
  useEffect(() => {
    if (submission === null || readResponseHead(document).version_id !== null) return;
    const { version_id, intended_risk_pct, trade_entered, values, comments } = submission;
    fillAnswers(document, entry.id, { version_id, intended_risk_pct, trade_entered }, { values, comments }, version.content.fields);
  }, [document, submission, entry.id, version]);

  function begin(): void {
    if (readResponseHead(document).version_id === null) setResponseHead(document, entry.id, { version_id: version.id });
  }

  return {
    head: readResponseHead(document),
    ...readAnswers(document, version.content.fields),
    answer(key, value) {
      begin();
      const field = version.content.fields.find((one) => one.key === key);
      if (field && typeof value !== 'object') setAnswer(document, entry.id, field, value ?? null);
    },
    say(head) {
      begin();
      setResponseHead(document, entry.id, head);
    },
  };
}

/** What is said beside the answers of the risk that is meant; where the playbook asks for it, its field says it alone. */
export const riskBeside = ({ content }: PlaybookVersion, { intended_risk_pct }: ResponseHead): string | null =>
  asksForRisk(content.fields) ? null : intended_risk_pct;

/** What somebody else's program wrote there may be no percentage. */
export const percentIn = (text: string | null): DecimalText | undefined => percentSchema.safeParse(text).data;

export function judge(
  version: PlaybookVersion,
  { values, head }: Pick<Filling, 'values' | 'head'>,
  accountCap: DecimalText | null,
): Evaluation {
  return evaluate(version.content, values, {
    account_max_risk_pct: accountCap,
    intended_risk_pct: percentIn(riskBeside(version, head)) ?? null,
  });
}

import type { AggregateRef, Fact, Id, Versioned } from '@taffrail/domain/kernel';
import type { Playbook, PlaybookResponse, Submission } from '@taffrail/domain/playbooks';
import type { Position } from '@taffrail/domain/tradelog';
import type { NoticeDraft } from '@taffrail/sync';

type StateOf = (ref: AggregateRef) => Versioned | undefined;

/** Others, and scripts, change what the next trade is checked by, and answer checklists. */
export function playbookNoticesOf(fact: Fact, stateOf: StateOf): readonly NoticeDraft[] {
  if (fact.type === 'PlaybookPublished') return [published(fact)];
  if (fact.type === 'PlaybookRetired') return [retired(fact, stateOf)];
  return fact.type === 'ResponseSubmitted' ? exceeding(fact, stateOf) : [];
}

function published({ payload, aggregate_id: id }: Fact): NoticeDraft {
  const { name, version } = payload as { name: string; version: number };
  return { kind: 'playbook_published', params: { name, version }, subject: { type: 'playbook', id } };
}

function retired({ aggregate_type, aggregate_id: id }: Fact, stateOf: StateOf): NoticeDraft {
  const { name } = stateOf({ aggregate_type, aggregate_id: id })?.state as Playbook;
  return { kind: 'playbook_retired', params: { name }, subject: { type: 'playbook', id } };
}

/** As soon as more is meant than is allowed, while it can still be put right; that it was traded so is a rule broken. */
function exceeding({ payload, aggregate_type, aggregate_id }: Fact, stateOf: StateOf): readonly NoticeDraft[] {
  const { evaluation, intended_risk_pct } = payload as unknown as Submission;
  if (!evaluation.risk_cap_exceeded || intended_risk_pct === null) return [];
  const { subject, position_id } = stateOf({ aggregate_type, aggregate_id })?.state as PlaybookResponse;
  const params = { intended_risk_pct, risk_cap_pct: evaluation.risk_cap_pct };
  const about = (id: Id) => ({ type: 'position', id });
  if (subject.type === 'instrument') {
    const where = position_id === null ? { type: 'day', id: subject.day } : about(position_id);
    return [{ kind: 'cap_exceeded', params: { symbol: subject.symbol, ...params }, subject: where }];
  }
  const { symbol } = stateOf({ aggregate_type: 'position', aggregate_id: subject.id })?.state as Position;
  return [{ kind: 'cap_exceeded', params: { symbol, ...params }, subject: about(subject.id) }];
}

import type { AggregateRef, Fact, Versioned } from '@taffrail/domain/kernel';
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

function retired(fact: Fact, stateOf: StateOf): NoticeDraft {
  const { state } = stateOf(fact) as Versioned<Playbook>;
  return { kind: 'playbook_retired', params: { name: state.name }, subject: { type: 'playbook', id: state.id } };
}

/** As soon as more is meant than is allowed, while it can still be put right; that it was traded so is a rule broken. */
function exceeding(fact: Fact, stateOf: StateOf): readonly NoticeDraft[] {
  const { evaluation, intended_risk_pct } = fact.payload as unknown as Submission;
  if (!evaluation.risk_cap_exceeded || intended_risk_pct === null) return [];
  const { state } = stateOf(fact) as Versioned<PlaybookResponse>;
  const params = { intended_risk_pct, risk_cap_pct: evaluation.risk_cap_pct };
  return [{ kind: 'cap_exceeded', params: { symbol: symbolOf(state, stateOf), ...params }, subject: whereOf(state) }];
}

function symbolOf({ subject }: PlaybookResponse, stateOf: StateOf): string {
  if (subject.type === 'instrument') return subject.symbol;
  const position = stateOf({ aggregate_type: 'position', aggregate_id: subject.id }) as Versioned<Position>;
  return position.state.symbol;
}

/** The trade, or the day on which there is none yet. */
function whereOf({ subject, position_id }: PlaybookResponse): NonNullable<NoticeDraft['subject']> {
  if (subject.type === 'position') return { type: 'position', id: subject.id };
  return position_id === null ? { type: 'day', id: subject.day } : { type: 'position', id: position_id };
}

import { isDeepStrictEqual } from 'node:util';
import { settle, type Fact, type Refusal, type Settled } from '@taffrail/domain/kernel';
import type { Answer, ServerContext } from '../src/workspace/index.ts';
import { factsOf, type Book } from './book.ts';
import type { Counters } from './counters.ts';
import type { Decided, Made } from './history.ts';
import { refKey, type Seen } from './outlook.ts';

/**
 * Where a device looked at exactly what the server later looked at, both must have come to the same decision.
 * Their clocks differ, so a device that came to another is asked again with the server's time before it is called wrong.
 */
export function checkAgreement(
  id: string,
  book: Book,
  contexts: readonly ServerContext[],
  count: Counters['count'],
  fail: (what: string) => void,
): void {
  const domain = contexts.map(({ context }) => context);
  const histories = Map.groupBy(factsOf(book), refKey);
  for (const [commandId, makes] of book.history.made) {
    const decided = book.history.decisions.get(commandId);
    const [made] = makes;
    // Of two inputs under one id, nobody can say from outside which was decided first.
    if (!decided || !made || makes.length > 1 || !isOwnDecision(decided.answer)) continue;
    if (!sawWhatIs(made, decided, histories)) continue;
    count('decisions compared');
    const isSame = comparisonFor(made);
    if (isSame(made.decision, decided.answer)) continue;
    count('decisions that hung on the clock');
    const again = settle(domain, made.command, (ref) => made.seen.get(refKey(ref))?.current, decided.at);
    if (!isSame(again, decided.answer)) {
      fail(
        `${id}: ${made.command.type} ${commandId}: ${made.device} decided ${summaryOf(made.decision)}, the server ${summaryOf(decided.answer)}`,
      );
    }
  }
}

/** Some refusals are about the delivery, or about more than a decision is shown, and not about the trade. */
const isOwnDecision = (answer: Answer): boolean => answer.outcome !== 'refused' || !aboutDelivery.has(answer.code);

const aboutDelivery: ReadonlySet<string> = new Set([
  'earlier_command_refused',
  'command_id_reused',
  'kept_by_the_server',
  'figures_outdated',
]);

function sawWhatIs({ seen }: Made, { lastSeqBefore }: Decided, histories: ReadonlyMap<string, readonly Fact[]>): boolean {
  for (const [key, view] of seen) {
    const facts = (histories.get(key) ?? []).filter(({ event_seq }) => event_seq <= lastSeqBefore);
    if (facts.length !== (view.current?.version ?? 0) || !cameTrue(view, facts)) return false;
  }
  return true;
}

function cameTrue({ confirmedVersion, expected }: Seen, facts: readonly Fact[]): boolean {
  return isDeepStrictEqual(told(facts.slice(confirmedVersion), NOT_WHEN_RECORDED), told(expected, NOT_WHEN_RECORDED));
}

type Decision = Settled | Refusal | Answer;

/** When the log learns of what is still on its way, a device can only guess; a fill that is moved carries that moment along. */
function comparisonFor({ seen }: Made): (decision: Settled | Refusal, answer: Answer) => boolean {
  const guessed = [...seen.values()].some(({ expected }) => expected.length > 0);
  const hidden = guessed ? NOT_WHEN_RECORDED : [];
  return (decision, answer) => isDeepStrictEqual(outcomeOf(decision, hidden), outcomeOf(answer, hidden));
}

const NOT_WHEN_RECORDED = ['recorded_at'] as const;

function outcomeOf(decision: Decision, hidden: readonly string[]): unknown {
  if ('facts' in decision) return told(decision.facts, hidden);
  const { code, sentence, details } = decision;
  return { code, sentence, details };
}

type Told = Pick<Fact, 'type' | 'aggregate_type' | 'aggregate_id' | 'aggregate_version' | 'occurred_at' | 'payload'>;

/** What a fact says, as the wire would carry it. */
function told(facts: readonly Told[], hidden: readonly string[]): unknown {
  const parts = facts.map(({ type, aggregate_type, aggregate_id, aggregate_version, occurred_at, payload }) => {
    return { type, aggregate_type, aggregate_id, aggregate_version, occurred_at, payload };
  });
  return JSON.parse(JSON.stringify(parts, (name, value: unknown) => (hidden.includes(name) ? undefined : value)));
}

function summaryOf(decision: Decision): string {
  if ('facts' in decision) return decision.facts.map(({ type }) => type).join(', ');
  return `${decision.code} ("${decision.sentence}")`;
}

import { intendedBy, verdictNow, type Wish } from '@taffrail/domain/conduct';
import type { Verdict } from '@taffrail/domain/discipline';
import { asJson, isRefusal, type DecimalText, type Instant, type Refusal } from '@taffrail/domain/kernel';
import { evaluate, responseId, type Evaluation } from '@taffrail/domain/playbooks';
import type { Account, Position } from '@taffrail/domain/tradelog';
import { known, type PositionRow, type Replica } from '@taffrail/replica';
import { missingIn, sketchOf, type Draft, type Missing, type Planning, type Sketch } from '../../app/index.ts';
import { lastAccount } from '../book/lastAccount.ts';
import { fitting, playbooksOffered, type Offered } from './playbooks.ts';
import { tried } from './tried.ts';
import { planWish } from './wish.ts';

/** A plan as it stands, and what is said to it. */
export interface Plan {
  readonly isPlanned: boolean;
  readonly sketch: Sketch;
  readonly missing: Missing | undefined;
  readonly accounts: readonly Account[];
  readonly account: Account | undefined;
  /** As it would be in the book; why it would not be; nothing while something is missing. */
  readonly position: Position | Refusal | undefined;
  readonly offered: readonly Offered[];
  readonly fits: readonly Offered[];
  readonly chosen: Offered | undefined;
  readonly evaluation: Evaluation | undefined;
  /** In percent of the account, by the way to the stop; null while nobody can say. */
  readonly intendedRisk: DecimalText | null;
  readonly verdict: Verdict | undefined;
  readonly now: Instant;
  /** What puts it in the book, with its answers. */
  readonly wishes: readonly Wish[];
}

/** Worked out anew whenever what it rests on changes: the book, the minute. Undefined until the book is read. */
export function planOf(replica: Replica, { draft, ticket }: Planning): Plan | undefined {
  const { book, minute, terms } = known(replica);
  const [standing, said, now, offered] = [book.value, terms.value, minute.value, playbooksOffered(replica).value];
  const positions = replica.rows<PositionRow>('positions').value;
  if (standing === undefined || said === undefined || offered.status !== 'ready' || positions === undefined) return undefined;

  const accounts = said.accounts.filter(({ closed }) => !closed);
  const account = accounts.find(({ id }) => id === (draft.account_id ?? lastAccount.value)) ?? accounts[0];
  const sketch = sketchOf(draft.typed, ticket);
  const missing = missingIn(sketch);
  const wish = missing === undefined && account ? planWish(draft, account.id, sketch) : undefined;
  const position = wish && account && tried(wish, account, now);
  const whole = position === undefined || isRefusal(position) ? undefined : position;
  const fits = whole === undefined ? [] : fitting(offered.value, whole.symbol, whole.legs);
  const chosen = draft.playbook_id === null ? fits[0] : offered.value.find(({ playbook }) => playbook.id === draft.playbook_id);
  const intended = whole === undefined ? saidSoFar(sketch) : intendedBy(whole, standing.rules);
  const risk = { account_max_risk_pct: account?.account_max_risk_pct ?? null, intended_risk_pct: intended.risk_pct };
  const evaluation = chosen && evaluate(chosen.latest.content, draft.answers, risk);
  const verdict = account && verdictNow(standing, { now, account, intended, grade_cap_pct: evaluation?.risk_cap_pct ?? null, halts: [] });
  return {
    isPlanned: positions.has(draft.position_id),
    sketch,
    missing,
    accounts,
    account,
    position,
    offered: offered.value,
    fits,
    chosen,
    evaluation,
    intendedRisk: intended.risk_pct,
    verdict,
    now,
    wishes: wish === undefined ? [] : [wish, ...(chosen ? [responseWish(draft, chosen, intended.risk_pct)] : [])],
  };
}

/** Before it is enough to be a trade, the rules can say something of its symbol and its kind. */
function saidSoFar({ symbol, kind }: Sketch) {
  return { symbol: symbol ?? null, instrument_types: symbol === undefined ? [] : [kind], risk_pct: null, size: null };
}

function responseWish({ position_id, answers }: Draft, { playbook, latest }: Offered, intended_risk_pct: DecimalText | null): Wish {
  const subject = { type: 'position', id: position_id } as const;
  return {
    type: 'SubmitResponse',
    aggregate_id: responseId(subject, playbook.id),
    payload: asJson({ subject, playbook_id: playbook.id, version_id: latest.id, values: answers, comments: {}, intended_risk_pct }),
  };
}

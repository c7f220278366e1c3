import { intendedBy, verdictNow, type Wish } from '@taffrail/domain/conduct';
import type { Reason, Verdict } from '@taffrail/domain/discipline';
import { asJson, isRefusal, type DecimalText, type Instant, type Refusal } from '@taffrail/domain/kernel';
import { evaluate, responseId, type Evaluation } from '@taffrail/domain/playbooks';
import type { Account, Position } from '@taffrail/domain/tradelog';
import { known } from '@taffrail/replica';
import { useMemo } from 'preact/hooks';
import type { Draft } from '../../app/index.ts';
import { useBook } from '../book.ts';
import { reading } from '../reading/reading.ts';
import { fitting, readOffered, type Offered } from './playbooks.ts';
import { missingIn, readIn, sketchOf, type Sketch } from './sketch.ts';
import { tried } from './tried.ts';
import { planWish } from './wish.ts';

/** A plan as it stands, and what is said to it. */
export interface Plan {
  /** What the ticket is for, where it says so. */
  readonly about: string | null;
  /** All the ticket says, to tell one from the next; null where nothing is read. */
  readonly ticketText: string | null;
  readonly sketch: Sketch;
  readonly missing: ReturnType<typeof missingIn>;
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
  /** Undefined until it is read. */
  readonly verdict: Verdict | undefined;
  readonly stops: readonly Reason[];
  readonly now: Instant;
  /** What puts it in the book, with its answers. */
  readonly wishes: readonly Wish[];
}

/** Worked out anew with every change: of the ticket, of what is typed, of the book, of the minute. */
export function usePlan(draft: Draft, accountId: string | undefined): Plan | undefined {
  const { replica } = useBook();
  const { book, minute, terms } = known(replica);
  const read = useMemo(() => replica.live(['playbook', 'playbook_version'], () => readOffered(replica)), [replica]).value;
  const [standing, said, now, from] = [book.value, terms.value, minute.value, reading.value];
  const ticket = from.state === 'reading' && from.sighting?.seen === 'ticket' ? from.sighting.ticket : undefined;
  return useMemo(() => {
    if (standing === undefined || said === undefined || read.status !== 'ready') return undefined;
    const accounts = said.accounts.filter(({ closed }) => !closed);
    const account = accounts.find(({ id }) => id === (draft.account_id ?? accountId)) ?? accounts[0];
    const sketch = sketchOf(draft.typed, ticket);
    const missing = missingIn(sketch);
    const wish = missing === undefined && account ? planWish(draft, account.id, sketch) : undefined;
    const position = wish && account && tried(wish, account, now);
    const whole = position === undefined || isRefusal(position) ? undefined : position;
    const fits = whole === undefined ? [] : fitting(read.value, whole.symbol, whole.legs);
    const chosen = draft.playbook_id === null ? fits[0] : read.value.find(({ playbook }) => playbook.id === draft.playbook_id);
    const intended = whole === undefined ? saidSoFar(sketch) : intendedBy(whole, standing.rules);
    const cap = account?.account_max_risk_pct ?? null;
    const risk = { account_max_risk_pct: cap, intended_risk_pct: intended.risk_pct };
    const evaluation = chosen && evaluate(chosen.latest.content, draft.answers, risk);
    const verdict = account && verdictNow(standing, { now, account, intended, grade_cap_pct: evaluation?.risk_cap_pct ?? null, halts: [] });
    return {
      about: readIn(ticket?.fields.symbol) ?? null,
      ticketText: ticket === undefined ? null : JSON.stringify(ticket.fields),
      sketch,
      missing,
      accounts,
      account,
      position,
      offered: read.value,
      fits,
      chosen,
      evaluation,
      intendedRisk: intended.risk_pct,
      verdict,
      stops: (verdict?.reasons ?? []).filter(({ effect }) => effect === 'stops'),
      now,
      wishes: wish === undefined ? [] : [wish, ...(chosen ? [responseWish(draft, chosen, intended.risk_pct)] : [])],
    };
  }, [standing, said, read, now, ticket, draft, accountId]);
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

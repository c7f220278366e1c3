import { type Book, positionSeen, tradeSeen } from '@taffrail/domain/conduct';
import type { DatedTrade, RulesOverTime } from '@taffrail/domain/discipline';
import type { Instant } from '@taffrail/domain/kernel';
import type { PhaseProgress } from '@taffrail/domain/phases';
import type { PlaybookResponse } from '@taffrail/domain/playbooks';
import type { Account, Position } from '@taffrail/domain/tradelog';
import type { Rehearsal } from './rehearsal.ts';

/** The rehearsed book as rules and phases see it. */
export function bookSeen(rehearsal: Rehearsal): Book {
  const accounts = rehearsal.states<Account>('account').map(({ state }) => state);
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const answers = Map.groupBy(
    rehearsal.states<PlaybookResponse>('playbook_response').map(({ state }) => state),
    ({ subject }) => subject.type === 'position' && subject.id,
  );
  const trades = rehearsal.states<Position>('position').flatMap(({ state: position }) => {
    const account = byId.get(position.account_id);
    return (account && tradeSeen(positionSeen(position), seenOf(answers.get(position.id) ?? []), account)) ?? [];
  });
  return { accounts, trades, rules: rehearsal.states<RulesOverTime>('trading_rules')[0]?.state, ...phasesIn(rehearsal) };
}

export function phasesIn(rehearsal: Rehearsal): Pick<Book, 'progress' | 'settings'> {
  return { progress: rehearsal.states<PhaseProgress>('phase_progress')[0]?.state, settings: undefined };
}

function seenOf(responses: readonly PlaybookResponse[]) {
  return responses.map(({ submission }) => ({
    cap: submission?.evaluation.risk_cap_pct ?? null,
    intended_risk_pct: submission?.intended_risk_pct ?? null,
  }));
}

/** What was known of the trades at a moment: what closed later was open then. */
export function asOf(at: Instant, trades: readonly DatedTrade[]): readonly DatedTrade[] {
  return trades
    .filter(({ opened_at }) => opened_at <= at)
    .map((trade) =>
      trade.closed_at !== null && trade.closed_at > at
        ? { ...trade, closed_at: null, closed_on: null, net: null, r_multiple: null }
        : trade,
    );
}

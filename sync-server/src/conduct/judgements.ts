import { type Wish, everyPeriod, judgementDue, periodsTouched } from '@taffrail/domain/conduct';
import {
  type Breach,
  type Finding,
  type JudgePeriod,
  type Judgement,
  type Period,
  judgementId,
  latestRules,
} from '@taffrail/domain/discipline';
import type { Reading } from '../workspace/index.ts';
import type { Terms } from './book.ts';
import { tradesChanged } from './changes.ts';
import { type Round, inSlices, statesOf } from './round.ts';
import { readTrades, readTradesOf } from './seen.ts';

export async function* judgementsDue(round: Round): AsyncGenerator<Wish> {
  const { tools, terms, since } = round;
  const { book } = tools;
  const because: JudgePeriod['because'] = since?.changes.rules ? 'rules_changed' : 'trade_changed';
  for await (const period of inSlices(tools, periodsDue(round))) {
    const trades = isJudgedWithoutTrades(period, terms) ? [] : book.read((sql) => readTradesOf(sql, terms.accounts, period));
    const wish = judgementDue({ period, trades, rules: terms.rules, standing: standingIn(book, period), because });
    if (wish) yield wish;
  }
}

function periodsDue({ tools: { book }, terms: { accounts }, since }: Round): readonly Period[] {
  if (since === undefined || since.changes.rules || since.changes.everything) {
    return everyPeriod(
      book.read((sql) => readTrades(sql, accounts)),
      statesOf<Judgement>(book, 'judgement'),
    );
  }
  const { before, after } = tradesChanged(book, accounts, since.changes.positions, since.seq);
  return periodsTouched(before, after);
}

/** Only a prop firm holds a whole account to anything, and each closed trade has a part in its account. */
function isJudgedWithoutTrades({ scope, key }: Period, { rules }: Terms): boolean {
  return scope === 'account' && latestRules(rules).accounts.every(({ account_id, prop_firm }) => account_id !== key || prop_firm === null);
}

function standingIn(book: Pick<Reading, 'state'>, period: Period): readonly Finding[] {
  const judgement = book.state({ aggregate_type: 'judgement', aggregate_id: judgementId(period) })?.state as Judgement | undefined;
  return (judgement?.standing ?? []).flatMap((id) => {
    const breach = book.state({ aggregate_type: 'breach', aggregate_id: id })?.state as Breach | undefined;
    return breach ? [breach.finding] : [];
  });
}

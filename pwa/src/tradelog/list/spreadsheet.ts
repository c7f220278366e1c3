import type { Id, Versioned } from '@taffrail/domain/kernel';
import { positionView, positionsCsv, type Account, type Position } from '@taffrail/domain/tradelog';
import type { PositionRow, Replica } from '@taffrail/replica';
import type { AnswersOf } from './answers.ts';
import type { BrokenOf } from './brokenRules.ts';

/** What is known of a trade from elsewhere: how it was graded, and what it broke. */
export interface KnownOf {
  readonly answersOf: AnswersOf;
  readonly brokenOf: BrokenOf;
}

/** What is shown, in its order, as a spreadsheet reads it. */
export async function spreadsheetOf(replica: Replica, rows: readonly PositionRow[], { answersOf, brokenOf }: KnownOf): Promise<string> {
  const accounts = new Map((await replica.states<Account>('account')).map(({ id, state }) => [id, state]));
  const positions = new Map((await replica.states<Position>('position')).map((position) => [position.id, position]));
  const now = replica.now();
  const views = rows.flatMap(({ id }) => viewOf(positions.get(id), accounts, now) ?? []);
  return positionsCsv(views, {
    grade: ({ id }) => answersOf(id)[0]?.grade ?? null,
    breaches: ({ id }) => brokenOf(id).join(' '),
  });
}

function viewOf(position: Versioned<Position> | undefined, accounts: ReadonlyMap<Id, Account>, now: string) {
  const account = position && accounts.get(position.state.account_id);
  return position && account && positionView(position, account, now);
}

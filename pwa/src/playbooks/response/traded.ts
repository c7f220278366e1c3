import { tradingDayOf, type Day, type Id } from '@taffrail/domain/kernel';
import { folded } from '@taffrail/domain/playbooks';
import type { Account, Position } from '@taffrail/domain/tradelog';
import type { Papers, Replica } from '@taffrail/replica';
import { begunIn, readAll } from './positionResponses.ts';
import type { ShownResponse } from './responses.ts';

/** By what a trade is found among the checklists of instruments. */
export interface Traded {
  /** The day it was opened on; of a plan the day it was made. */
  readonly day: Day;
  /** What was traded, and what that rests on where it is another. */
  readonly symbols: readonly string[];
}

export async function readTraded(replica: Replica, positionId: Id): Promise<Traded | undefined> {
  const position = (await replica.state<Position>('position', positionId))?.state;
  const account = position && (await replica.state<Account>('account', position.account_id))?.state;
  if (position === undefined || account === undefined) return undefined;
  const { symbol, underlying, opened_at, created_at } = position;
  const isSame = folded(symbol) === folded(underlying);
  return { day: tradingDayOf(opened_at ?? created_at, account), symbols: isSame ? [symbol] : [symbol, underlying] };
}

/** The checklists of that day and instrument that no trade came of yet, as far as anybody knows. */
export async function readLinkable(replica: Replica, papers: Papers, positionId: Id): Promise<readonly ShownResponse[]> {
  const traded = await readTraded(replica, positionId);
  if (traded === undefined) return [];
  const { day, symbols } = traded;
  const begun = await begunIn(papers);
  const all = await Promise.all(symbols.map((symbol) => readAll(replica, { type: 'instrument', day, symbol })));
  return all.flat().filter(({ id, response }) => (response === undefined ? begun.has(id) : response.position_id === null));
}

import { type PositionSeen, type ResponseSeen, tradeSeen } from '@taffrail/domain/conduct';
import {
  type AccountNow,
  type DatedTrade,
  type Days,
  type InstrumentType,
  type Period,
  daysOfMonth,
  daysOfWeek,
  periodsOf,
} from '@taffrail/domain/discipline';
import { type Id, type Instant, addMs } from '@taffrail/domain/kernel';
import type { ReadSql, SqlValue } from '../workspace/index.ts';

interface TradeRow extends Omit<PositionSeen, 'instrument_types' | 'merged_into'> {
  readonly instrument_types: string;
}

interface AnswerRow extends ResponseSeen {
  readonly position_id: Id;
}

/** Which trades are read: what is left out is not asked for. */
export interface Which {
  readonly id?: Id;
  readonly account_id?: Id;
  /** Opened or closed from then on. */
  readonly since?: Instant;
  /** Opened or closed in this time. */
  readonly within?: ReturnType<typeof around>;
}

/** Trades on the clocks of their accounts, with what was answered about them. */
export function readTrades(sql: ReadSql, accounts: readonly AccountNow[], which: Which = {}): readonly DatedTrade[] {
  const { where, params } = conditionsOf(which);
  const rows = sql.all<TradeRow>(`SELECT * FROM conduct_trade ${where}`, ...params);
  const answers = sql.all<AnswerRow>(
    `SELECT position_id, cap, intended_risk_pct FROM conduct_answer WHERE position_id IN (SELECT id FROM conduct_trade ${where})`,
    ...params,
  );
  const byTrade = Map.groupBy(answers, ({ position_id }) => position_id);
  const byId = new Map(accounts.map((account) => [account.id, account]));
  return rows.flatMap((row) => tradeOf(row, byTrade.get(row.id) ?? [], byId.get(row.account_id)));
}

function conditionsOf({ id, account_id, since, within }: Which): { where: string; params: SqlValue[] } {
  const conditions: [string, ...(SqlValue | undefined)[]][] = [
    ['id = ?', id],
    ['account_id = ?', account_id],
    ['(opened_at >= ? OR closed_at >= ?)', since, since],
    ['(opened_at BETWEEN ? AND ? OR closed_at BETWEEN ? AND ?)', within?.from, within?.to, within?.from, within?.to],
  ];
  const given = conditions.filter(([, ...values]) => values.every((value) => value !== undefined));
  return {
    where: given.length === 0 ? '' : `WHERE ${given.map(([condition]) => condition).join(' AND ')}`,
    params: given.flatMap(([, ...values]) => values as SqlValue[]),
  };
}

/** One in an account that was opened since the accounts were read belongs to the next look: the facts that brought both ask for it. */
function tradeOf({ instrument_types, ...row }: TradeRow, answers: readonly AnswerRow[], account: AccountNow | undefined): DatedTrade[] {
  if (account === undefined) return [];
  const types = instrument_types.split(' ') as InstrumentType[];
  const trade = tradeSeen({ ...row, instrument_types: types, merged_into: null }, answers, account);
  return trade === undefined ? [] : [trade];
}

const DAY_MS = 86_400_000;
/** Wherever an account is, its trading day lies within so much of the day in UTC. */
const MOST_APART_MS = 2 * DAY_MS;

/** The time that holds these days on whatever clock, and a little more. */
export function around({ first, last }: Days): { readonly from: Instant; readonly to: Instant } {
  return { from: addMs(`${first}T00:00:00.000Z`, -MOST_APART_MS), to: addMs(`${last}T00:00:00.000Z`, DAY_MS + MOST_APART_MS) };
}

/** The trades with a part in a period. */
export function readTradesOf(sql: ReadSql, accounts: readonly AccountNow[], period: Period): readonly DatedTrade[] {
  const { scope, key } = period;
  return readTrades(sql, accounts, whichIn(period)).filter((trade) =>
    periodsOf(trade).some((own) => own.scope === scope && own.key === key),
  );
}

function whichIn({ scope, key }: Period): Which {
  if (scope === 'trade') return { id: key };
  if (scope === 'account') return { account_id: key };
  if (scope === 'week') return { within: around(daysOfWeek(key)) };
  return { within: around(scope === 'month' ? daysOfMonth(key) : { first: key, last: key }) };
}

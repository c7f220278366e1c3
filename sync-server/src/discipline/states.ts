import type { Breach, MeasuredSession, Override, RulesOverTime } from '@taffrail/domain/discipline';
import { TRADING_RULES_ID } from '@taffrail/domain/discipline';
import type { Id, Versioned } from '@taffrail/domain/kernel';
import type { BookNow } from '../workspace/index.ts';

type Book = Pick<BookNow, 'state'>;

const stateOf = <State>(book: Book, aggregate_type: string, aggregate_id: Id): Versioned<State> | undefined =>
  book.state({ aggregate_type, aggregate_id }) as Versioned<State> | undefined;

export const rulesRef = { aggregate_type: 'trading_rules', aggregate_id: TRADING_RULES_ID };
export const breachRef = (id: Id) => ({ aggregate_type: 'breach', aggregate_id: id });

export const findRules = (book: Book): Versioned<RulesOverTime> | undefined => stateOf(book, 'trading_rules', TRADING_RULES_ID);
export const findBreach = (book: Book, id: Id): Versioned<Breach> | undefined => stateOf(book, 'breach', id);
export const findOverride = (book: Book, id: Id): Versioned<Override> | undefined => stateOf(book, 'override', id);
export const findSession = (book: Book, id: Id): Versioned<MeasuredSession> | undefined => stateOf(book, 'trading_session', id);

import type { Id, Instant } from '@taffrail/domain/kernel';
import type { Sql } from '../workspace/index.ts';
import type { Teller } from './telling.ts';

/** What the doors of notices work with. */
export interface NoticeTools {
  readonly sql: Sql;
  readonly now: () => Instant;
  readonly newId: () => Id;
  readonly teller: Teller;
  /** The public key that browsers subscribe with. */
  readonly serverKey: string;
  readonly requestTest: (subscriptionId: Id) => void;
}

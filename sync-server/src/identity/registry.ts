import { randomBytes } from 'node:crypto';
import { msOf, uuidV7, type Id, type Instant } from '@taffrail/domain/kernel';
import { migrate, type Clock, type Sql } from '../workspace/index.ts';
import type { Recorded } from './auditEntry.ts';
import { registryMigrations } from './schema.ts';
import type { VaultOf } from './vaultOf.ts';

/** Who there is and what is whose: one database beside the books, which no book ever reads. */
export interface Registry {
  readonly sql: Sql;
  readonly recorded: Recorded;
  readonly now: () => Instant;
  readonly newId: () => Id;
  readonly vaultOf: VaultOf;
}

export function openRegistry(sql: Sql, clock: Clock, vaultOf: VaultOf, recorded: Recorded): Registry {
  const isChanged = sql.transaction(() => migrate(sql, 'identity', registryMigrations(vaultOf)));
  // What a step has taken away would go on lying in pages that nothing uses.
  if (isChanged) sql.exec('VACUUM');
  return { sql, recorded, now: () => clock.now(), newId: () => uuidV7(msOf(clock.now()), randomBytes(10)), vaultOf };
}

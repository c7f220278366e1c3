import { TRADING_RULES_ID, type RulesOverTime } from '@taffrail/domain/discipline';
import type { Versioned } from '@taffrail/domain/kernel';
import type { Account } from '@taffrail/domain/tradelog';
import type { Replica } from '@taffrail/replica';

/** All that rules are set on. */
export interface RulesGround {
  readonly book: Versioned<RulesOverTime> | undefined;
  /** By name. */
  readonly accounts: readonly Versioned<Account>[];
}

export async function rulesGround(replica: Replica): Promise<RulesGround> {
  const [book, accounts] = await Promise.all([
    replica.state<RulesOverTime>('trading_rules', TRADING_RULES_ID),
    replica.states<Account>('account'),
  ]);
  return { book, accounts: accounts.toSorted((a, b) => a.state.name.localeCompare(b.state.name)) };
}

import type { Finding } from '@taffrail/domain/discipline';
import type { Account } from '@taffrail/domain/tradelog';
import { useMemo } from 'preact/hooks';
import { useLive, useReplica } from '../../app/index.ts';
import { useTradesSeen } from '../../conduct/index.ts';

export interface Names {
  /** Of the one trade that a breach is about. */
  symbolOf(finding: Finding): string | undefined;
  /** Undefined where it is about all of them. */
  accountOf(finding: Finding): string | undefined;
}

/** What the ids in a breach are called. */
export function useNames(): Names {
  const replica = useReplica();
  const accounts = useLive(['account'], () => replica.states<Account>('account'));
  const trades = useTradesSeen();
  return useMemo(() => {
    const accountNames = new Map(accounts.status === 'ready' ? accounts.value.map(({ id, state }) => [id, state.name]) : []);
    const symbols = new Map(trades?.map(({ position_id, symbol }) => [position_id, symbol]));
    return {
      symbolOf: ({ position_ids }) => symbols.get(position_ids[0] ?? ''),
      accountOf: ({ account_id }) => (account_id === null ? undefined : accountNames.get(account_id)),
    };
  }, [accounts, trades]);
}

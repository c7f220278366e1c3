import type { Id } from '@taffrail/domain/kernel';
import type { Account } from '@taffrail/domain/tradelog';
import { Select } from '@taffrail/ui';
import { useLive, useReplica } from '../../app/index.ts';
import { checklist } from '../../words/index.ts';

interface AccountChoiceProps {
  readonly accountId: Id | null;
  readonly onChange: (accountId: Id | null) => void;
}

const NONE = '';

/** Whose cap counts, where no trade says it yet. */
export function AccountChoice({ accountId, onChange }: AccountChoiceProps) {
  const replica = useReplica();
  const answer = useLive(['account'], () => replica.states<Account>('account'));
  const open = answer.status === 'ready' ? answer.value.filter(({ state }) => !state.closed) : [];
  return (
    <Select
      label={checklist.account}
      hint={checklist.accountHint}
      value={accountId ?? NONE}
      choices={[{ value: NONE, label: checklist.anyAccount }, ...open.map(({ id, state }) => ({ value: id, label: state.name }))]}
      onChange={(id) => onChange(id === NONE ? null : id)}
    />
  );
}

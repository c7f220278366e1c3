import type { Instant } from '@taffrail/domain/kernel';
import type { Account } from '@taffrail/domain/tradelog';
import { MoneyField } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { entry as words } from '../../words/index.ts';
import type { FillTerms } from './fillTerms.ts';
import type { ErrorAt } from './formDialog.tsx';
import { WhenField } from './whenField.tsx';

const NOTHING_SAID: FillTerms = { fees: undefined, occurred_at: undefined };

/** What is said of it so far, and how a part of that is changed. */
export function useFillTerms(first = NOTHING_SAID) {
  const [terms, setTerms] = useState(first);
  return [terms, (part: Partial<FillTerms>) => setTerms((before) => ({ ...before, ...part }))] as const;
}

interface FillTermsFieldsProps {
  readonly terms: FillTerms;
  readonly now: Instant;
  readonly account: Account | undefined;
  /** What the moment is called, where it is not that of a trade. */
  readonly when?: string;
  /** What was recorded has its fees, and they can be none; what ends worthless has not even a field for them. */
  readonly fees?: 'optional' | 'required' | 'none';
  readonly errorAt: ErrorAt;
  readonly onChange: (part: Partial<FillTerms>) => void;
}

export function FillTermsFields({
  terms,
  now,
  account,
  when = words.filledAt,
  fees = 'optional',
  errorAt,
  onChange,
}: FillTermsFieldsProps) {
  return (
    <>
      {fees !== 'none' && (
        <MoneyField
          label={words.fees}
          optional={fees === 'optional'}
          currency={account?.currency ?? ''}
          value={terms.fees}
          error={errorAt('fees')}
          onChange={(paid) => onChange({ fees: paid })}
        />
      )}
      <WhenField
        label={when}
        value={terms.occurred_at}
        now={now}
        account={account}
        error={errorAt('occurred_at')}
        onChange={(occurred_at) => onChange({ occurred_at })}
      />
    </>
  );
}

import { groundOf, type Book } from '@taffrail/domain/conduct';
import type { DecimalText, Id, Instant } from '@taffrail/domain/kernel';
import { type Ending, whatIf } from '@taffrail/domain/phases';
import type { Account } from '@taffrail/domain/tradelog';
import { Button, Card, MoneyField, NumberField, Select, Skeleton } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { useLive, useReplica } from '../../app/index.ts';
import { type PhaseStanding, useConductBook, useMinute } from '../../conduct/index.ts';
import { phases as words } from '../../words/index.ts';
import { EndingList, type Imagined } from './endingList.tsx';
import css from './ending.module.css';
import { OutcomePart } from './outcomePart.tsx';

/** Trades that might still be made today, and where they would lead. Nothing of it is written down. */
export function WhatIfPart({ now }: { readonly now: PhaseStanding }) {
  const book = useConductBook();
  const minute = useMinute();
  const [endings, setEndings] = useState<readonly Imagined[]>([]);
  const { currency } = now.standing;
  return (
    <Card title={words.whatIf}>
      <div class={css.part}>
        <p class={css.muted}>{words.whatIfMeaning}</p>
        {book === undefined ? (
          <Skeleton shape="row" />
        ) : (
          <Imagine book={book} currency={currency} onImagine={(ending) => setEndings([...endings, { id: crypto.randomUUID(), ending }])} />
        )}
        {book !== undefined && endings.length > 0 && (
          <>
            <EndingList endings={endings} currency={currency} onRemove={(id) => setEndings(endings.filter((each) => each.id !== id))} />
            {endings.length > 1 && (
              <div>
                <Button tone="quiet" onClick={() => setEndings([])}>
                  {words.startOver}
                </Button>
              </div>
            )}
            <OutcomePart now={now} outcome={outcomeOf(book, endings, minute)} />
          </>
        )}
      </div>
    </Card>
  );
}

const outcomeOf = (book: Book, endings: readonly Imagined[], now: Instant) =>
  whatIf(
    groundOf(book),
    endings.map(({ ending }) => ending),
    now,
  );

interface ImagineProps {
  readonly book: Book;
  readonly currency: string;
  readonly onImagine: (ending: Ending) => void;
}

function Imagine({ book, currency, onImagine }: ImagineProps) {
  const accounts = useAccountsIn(book, currency);
  const [chosen, setChosen] = useState<Id>();
  const [net, setNet] = useState<DecimalText>();
  const [r, setR] = useState<DecimalText>();
  // Fields begin anew with each trade that was imagined.
  const [turn, setTurn] = useState(0);
  const account = accounts.find(({ id }) => id === chosen) ?? accounts[0];

  function imagine(): void {
    if (net === undefined || account === undefined) return;
    onImagine({ account_id: account.id, net, r_multiple: r ?? null });
    setNet(undefined);
    setR(undefined);
    setTurn(turn + 1);
  }

  return (
    <form
      class={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        imagine();
      }}
    >
      {accounts.length > 1 && (
        <Select
          label={words.account}
          value={account?.id}
          choices={accounts.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosen}
        />
      )}
      <div key={turn} class={css.pair}>
        <MoneyField label={words.endsWith} currency={currency} value={net} onChange={setNet} placeholder="-50" />
        <NumberField label={words.inR} optional value={r} onChange={setR} placeholder="-1" />
      </div>
      <Button type="submit" disabled={net === undefined || account === undefined}>
        {words.addEnding}
      </Button>
    </form>
  );
}

/** Those whose money is added up. */
function useAccountsIn({ accounts }: Book, currency: string): readonly { readonly id: Id; readonly name: string }[] {
  const replica = useReplica();
  const answer = useLive(['account'], () => replica.states<Account>('account'));
  if (answer.status !== 'ready') return [];
  const known = new Set(accounts.map(({ id }) => id));
  return answer.value
    .map(({ state }) => state)
    .filter((account) => !account.closed && account.currency === currency && known.has(account.id));
}

import { moneyText } from '@taffrail/domain/kernel';
import type { Note, Position } from '@taffrail/domain/tradelog';
import { Amount, RMultiple, useFormats } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { noteWords, position as words } from '../../words/index.ts';
import { hasResult } from '../result.ts';
import { OriginDialog, type FigureName } from './origins.tsx';
import css from './position.module.css';
import type { Show } from './show.ts';
import type { ShownPosition } from './usePosition.ts';

/** The figures of the trade, each with where it comes from one tap away. */
export function Summary({ shown, show }: { readonly shown: ShownPosition; readonly show: Show }) {
  const formats = useFormats();
  const { state, view, account } = shown;
  const { metadata } = view;
  const { currency } = account;
  const ask = (figure: FigureName) => () => show((close) => <OriginDialog shown={shown} figure={figure} onClose={close} />);
  const note = (name: string) => {
    const why = metadata.notes[name];
    return why === undefined ? undefined : noteWords[why];
  };
  const { gross, fees, net } = metadata.realised_pnl;
  const isResult = hasResult(state, gross);
  return (
    <dl class={css.summary}>
      {isResult && (
        <Figure name={state.status === 'open' ? words.banked : words.net} onAsk={ask('net')} large>
          <Amount value={net} currency={currency} withCurrency result large note={note('realised_pnl')} />
        </Figure>
      )}
      {isResult && state.status === 'closed' && (
        <Figure name={words.rName} onAsk={ask('r')} large>
          <RMultiple value={metadata.r_multiple} large note={note('r_multiple')} />
        </Figure>
      )}
      <Figure name={words.initialRisk} onAsk={ask('risk')} large={!isResult && state.initial_risk !== null}>
        {state.initial_risk === null ? (
          <span class={css.muted}>{whyNoRisk(state)}</span>
        ) : (
          <Amount value={moneyText(state.initial_risk.amount)} currency={currency} withCurrency large={!isResult} />
        )}
      </Figure>
      {state.status !== 'closed' && <Limits shown={shown} />}
      {!isResult && fees !== '0' && (
        <Figure name={words.feesSoFar} onAsk={ask('net')}>
          <Amount value={fees} currency={currency} withCurrency />
        </Figure>
      )}
      {metadata.dte !== null && state.status !== 'closed' && <Figure name={words.dte}>{words.days(metadata.dte)}</Figure>}
      <Figure name={words.account}>{account.name}</Figure>
      {metadata.opened_day !== null && <Figure name={words.opened}>{formats.day(metadata.opened_day)}</Figure>}
      {metadata.closed_day !== null && <Figure name={words.closed}>{formats.day(metadata.closed_day)}</Figure>}
    </dl>
  );
}

function whyNoRisk({ status, opened_at }: Position): string {
  if (opened_at !== null) return words.unknownRisk;
  return status === 'planned' ? words.notEntered : words.neverEntered;
}

/** What the structure can do, at expiry where anything of it expires; of no interest once it is over. */
function Limits({ shown: { view, account } }: { readonly shown: ShownPosition }) {
  const { max_loss, max_profit, notes } = view.metadata;
  const names = view.legs.some(({ expiry }) => expiry !== null) ? words.limitsAtExpiry : words.limits;
  const limit = (value: string | null, why: Note | undefined) =>
    value === null ? (
      <span class={css.muted}>{why && noteWords[why]}</span>
    ) : (
      <Amount value={value} currency={account.currency} withCurrency />
    );
  return (
    <>
      <Figure name={names.max_loss}>{limit(max_loss, notes['max_loss'])}</Figure>
      <Figure name={names.max_profit}>{limit(max_profit, notes['max_profit'])}</Figure>
    </>
  );
}

interface FigureProps {
  readonly name: string;
  readonly large?: boolean;
  readonly onAsk?: () => void;
  readonly children: ComponentChildren;
}

function Figure({ name, large = false, onAsk, children }: FigureProps) {
  return (
    <div class={css.figure} data-large={large || undefined}>
      <dt>{name}</dt>
      <dd>
        {onAsk === undefined ? (
          children
        ) : (
          <button type="button" class={css.ask} title={words.whereFrom} onClick={onAsk}>
            {children}
          </button>
        )}
      </dd>
    </div>
  );
}

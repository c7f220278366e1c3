import { isRefusal, type DecimalText } from '@taffrail/domain/kernel';
import type { PositionView } from '@taffrail/domain/tradelog';
import { Amount, RMultiple, useFormats } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { entry as words, noteWords, strategyNames } from '../../words/index.ts';
import css from './entry.module.css';
import type { Outlook } from './outlook.ts';

/** What the trade is and what it can do, while it is being typed. */
export function OutlookStrip({ outlook, currency }: { readonly outlook: Outlook; readonly currency: string }) {
  const formats = useFormats();
  const { view, entered, atTarget } = outlook;
  const shown = entered ?? (isRefusal(view) ? undefined : view);
  if (shown === undefined) return <p class={css.outlookEmpty}>{words.outlookEmpty}</p>;
  const { metadata, initial_risk } = shown;
  return (
    <dl class={css.outlook} aria-label={words.outlook}>
      <Figure name={words.strategy}>{strategyNames[metadata.derived_strategy]}</Figure>
      <Figure name={netName(metadata.net_debit)}>
        {metadata.net_debit === null ? noteOf(shown, 'net_debit') : formats.price(metadata.net_debit.replace('-', ''))}
      </Figure>
      <Figure name={words.maxLoss}>
        <Money value={metadata.max_loss} note={noteOf(shown, 'max_loss')} currency={currency} />
      </Figure>
      <Figure name={words.maxProfit}>
        <Money value={metadata.max_profit} note={noteOf(shown, 'max_profit')} currency={currency} />
      </Figure>
      <Figure name={words.initialRisk}>
        <Money value={initial_risk?.amount ?? null} note={whyNoRisk(shown)} currency={currency} />
      </Figure>
      {atTarget !== undefined && (
        <Figure name={words.atTarget}>
          <Amount value={atTarget.metadata.realised_pnl.net} currency={currency} withCurrency result />{' '}
          {atTarget.metadata.r_multiple !== null && <RMultiple value={atTarget.metadata.r_multiple} />}
        </Figure>
      )}
    </dl>
  );
}

function Figure({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div class={css.figure}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Money({ value, note, currency }: { readonly value: DecimalText | null; readonly note: string; readonly currency: string }) {
  return value === null ? <span class={css.muted}>{note}</span> : <Amount value={value} currency={currency} withCurrency />;
}

/** A stop that gives no risk is worth a word: its price is missing, or it lies on the other side. */
function whyNoRisk({ plan, legs, metadata }: PositionView): string {
  if (typeof plan?.stop !== 'string' || legs.length > 1) return words.noRisk;
  return metadata.net_debit === null ? words.riskNeedsPrice : words.stopBeyond;
}

const netName = (debit: DecimalText | null): string => (debit?.startsWith('-') === true ? words.netCredit : words.netDebit);

function noteOf({ metadata }: PositionView, figure: string): string {
  const note = metadata.notes[figure];
  return note === undefined ? '' : noteWords[note];
}

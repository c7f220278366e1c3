import { Banner, Button, Combobox, SegmentedControl, Select, TagsField, type Suggestion } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { entry as words } from '../../words/index.ts';
import { FillTermsFields } from '../form/fillTermsFields.tsx';
import { fieldOf, sentenceOfRefusal } from '../form/refused.ts';
import { emptyLeg, outcomeOf, withLine, type DraftLeg, type Outcome } from './draft.ts';
import css from './entry.module.css';
import { EntryLine } from './entryLine.tsx';
import { AddLeg, LegFields } from './legFields.tsx';
import { OrderTerms } from './orderTerms.tsx';
import { MoreFills } from './moreFills.tsx';
import { PlanFields } from './planFields.tsx';
import type { Entry } from './useEntry.ts';

interface EntryFieldsProps {
  readonly entry: Entry;
  readonly symbols: readonly string[];
  readonly tags: readonly string[];
  /** What the line comes to, where it stands below it. */
  readonly outlook: ComponentChildren;
}

const outcomes: readonly Outcome[] = ['filled', 'planned', 'ordered'];
const choices = outcomes.map((value) => ({ value, label: words.outcomes[value] }));

export function EntryFields({ entry, symbols, tags, outlook }: EntryFieldsProps) {
  const { draft, account, said, today, change, errorAt, ids, refusal } = entry;
  const outcome = outcomeOf(draft);
  const isStructure = draft.legs.length > 1;
  return (
    <>
      <EntryLine line={draft.line} said={said} onChange={(line) => change(withLine(draft, line, today, ids))} />
      {outlook}
      {entry.isContinued && (
        <p class={css.continued}>
          {words.continued}{' '}
          <Button tone="quiet" onClick={entry.startAnew}>
            {words.startAnew}
          </Button>
        </p>
      )}
      <SegmentedControl bare label={words.outcome} value={outcome} choices={choices} onChange={(chosen) => change({ outcome: chosen })} />
      <div class={css.terms}>
        <Combobox
          label={words.symbol}
          value={draft.symbol}
          error={errorAt('symbol')}
          upperCase
          suggestions={suggestionsFor(draft.symbol, symbols)}
          onChange={(symbol) => change({ symbol })}
        />
        <Select
          label={words.account}
          value={draft.account_id}
          error={errorAt('account_id')}
          choices={entry.open.map(({ id, name, currency }) => ({ value: id, label: `${name} · ${currency}` }))}
          onChange={(account_id) => change({ account_id })}
        />
      </div>
      <Legs entry={entry} outcome={outcome} />
      <PlanFields
        plan={draft}
        currency={account?.currency ?? ''}
        withEntry={isStructure || draft.entry !== undefined}
        errorAt={errorAt}
        onChange={change}
      />
      {outcome === 'filled' && <FillTermsFields terms={draft} now={entry.now} account={account} errorAt={errorAt} onChange={change} />}
      {outcome === 'ordered' && <OrderTerms entry={entry} />}
      <TagsField
        label={words.tags}
        optional
        value={draft.tags}
        known={tags}
        error={errorAt('tags')}
        onChange={(given) => change({ tags: given })}
      />
      {refusal !== undefined && fieldOf(refusal) === undefined && <Banner tone="breach">{sentenceOfRefusal(refusal)}</Banner>}
    </>
  );
}

function Legs({ entry, outcome }: { readonly entry: Entry; readonly outcome: Outcome }) {
  const { draft, change, errorAt, ids } = entry;
  const { legs } = draft;
  const replaced = (place: number, leg: DraftLeg) => legs.map((other, at) => (at === place ? leg : other));
  return (
    <>
      {legs.map((leg, place) => (
        <LegFields
          key={leg.id}
          leg={leg}
          name={words.leg(place + 1)}
          outcome={outcome}
          errorAt={errorAt}
          onChange={(changed) => change({ legs: replaced(place, changed) })}
          onRemove={legs.length > 1 ? () => change({ legs: legs.filter((_, at) => at !== place) }) : undefined}
        >
          {outcome === 'filled' && leg.price !== undefined && (
            <MoreFills entry={entry} leg={leg} onChange={(changed) => change({ legs: replaced(place, changed) })} />
          )}
        </LegFields>
      ))}
      <AddLeg onAdd={() => change({ legs: [...legs, emptyLeg(ids(), legs.at(-1))] })} />
    </>
  );
}

const MOST_SUGGESTIONS = 6;

function suggestionsFor(typed: string, symbols: readonly string[]): readonly Suggestion[] {
  return symbols
    .filter((symbol) => symbol !== typed && symbol.startsWith(typed))
    .slice(0, MOST_SUGGESTIONS)
    .map((symbol) => ({ value: symbol, label: symbol }));
}

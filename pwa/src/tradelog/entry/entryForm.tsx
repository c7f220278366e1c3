import { calendarDayOf, isRefusal } from '@taffrail/domain/kernel';
import { readShorthand, type Account } from '@taffrail/domain/tradelog';
import {
  Banner,
  Button,
  Combobox,
  DayField,
  MoneyField,
  SegmentedControl,
  Select,
  Sheet,
  Switch,
  TagsField,
  type Suggestion,
} from '@taffrail/ui';
import { useRef, useState } from 'preact/hooks';
import { toast } from '../../app/index.ts';
import { entry as words } from '../../words/index.ts';
import { fieldOf, sentenceOfRefusal } from '../form/refused.ts';
import { WhenField } from '../form/whenField.tsx';
import { emptyLeg, outcomeOf, withLine, type DraftLeg, type EntryDraft, type Outcome } from './draft.ts';
import css from './entry.module.css';
import { EntryLine } from './entryLine.tsx';
import { AddLeg, LegFields } from './legFields.tsx';
import { OutlookStrip } from './outlookStrip.tsx';
import { PlanFields } from './planFields.tsx';
import { useEntry } from './useEntry.ts';

interface EntryFormProps {
  readonly accounts: readonly Account[];
  readonly symbols: readonly string[];
  readonly tags: readonly string[];
  readonly onClose: () => void;
}

const outcomes: readonly Outcome[] = ['filled', 'planned', 'ordered'];
const choices = outcomes.map((value) => ({ value, label: words.outcomes[value] }));

/** A trade in one line and Enter; or field by field. */
export function EntryForm({ accounts, symbols, tags, onClose }: EntryFormProps) {
  const entry = useEntry(accounts);
  const { draft, account, change, errorAt, outlook, ids } = entry;
  const form = useRef<HTMLFormElement>(null);
  const [isBusy, setBusy] = useState(false);
  const today = calendarDayOf(entry.now, account?.zone ?? 'UTC');
  const outcome = outcomeOf(draft);
  const currency = account?.currency ?? '';
  const isStructure = draft.legs.length > 1;

  async function save(another: boolean): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const isSaved = await entry.save().finally(() => setBusy(false));
    if (!isSaved) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
      return;
    }
    toast({ text: words.saved[outcome](draft.symbol) });
    if (another) {
      entry.startAnew();
      form.current?.querySelector('input')?.focus();
    } else onClose();
  }

  const changeLeg = (place: number, leg: DraftLeg) => change({ legs: draft.legs.map((other, at) => (at === place ? leg : other)) });

  return (
    <Sheet
      open
      title={words.title}
      onClose={onClose}
      actions={
        <div class={css.actions}>
          <OutlookStrip outlook={outlook} currency={currency} />
          <div class={css.buttons}>
            <Button onClick={() => void save(true)}>{words.saveAndNext}</Button>
            <Button tone="primary" busy={isBusy} keys="Control+Enter" onClick={() => void save(false)}>
              {words.save[outcome]}
            </Button>
          </div>
        </div>
      }
    >
      <form
        ref={form}
        class={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save(false);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void save(false);
        }}
      >
        <EntryLine
          line={draft.line}
          said={readShorthand(draft.line, today)}
          onChange={(line) => change(withLine(draft, line, today, ids))}
        />
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
            choices={entry.open.map(({ id, name, currency: of }) => ({ value: id, label: `${name} · ${of}` }))}
            onChange={(account_id) => change({ account_id })}
          />
        </div>
        {draft.legs.map((leg, place) => (
          <LegFields
            key={leg.id}
            leg={leg}
            name={words.leg(place + 1)}
            outcome={outcome}
            errorAt={errorAt}
            nextId={ids}
            onChange={(changed) => changeLeg(place, changed)}
            onRemove={isStructure ? () => change({ legs: draft.legs.filter((_, at) => at !== place) }) : undefined}
          />
        ))}
        <AddLeg onAdd={() => change({ legs: [...draft.legs, emptyLeg(ids(), draft.legs.at(-1))] })} />
        <PlanFields
          plan={draft}
          currency={currency}
          withEntry={isStructure || draft.entry !== undefined}
          errorAt={errorAt}
          onChange={change}
        />
        {outcome === 'filled' && (
          <>
            <MoneyField
              label={words.fees}
              optional
              currency={currency}
              value={draft.fees}
              error={errorAt('fees')}
              onChange={(fees) => change({ fees })}
            />
            <WhenField
              label={words.filledAt}
              value={draft.occurred_at}
              now={entry.now}
              account={account}
              error={errorAt('occurred_at')}
              onChange={(occurred_at) => change({ occurred_at })}
            />
          </>
        )}
        {outcome === 'ordered' && <OrderTerms draft={draft} error={errorAt('good_until')} onChange={change} />}
        <TagsField
          label={words.tags}
          optional
          value={draft.tags}
          known={tags}
          error={errorAt('tags')}
          onChange={(given) => change({ tags: given })}
        />
        {entry.refusal !== undefined && fieldOf(entry.refusal) === undefined && isRefusal(entry.refusal) && (
          <Banner tone="breach">{sentenceOfRefusal(entry.refusal)}</Banner>
        )}
        <button type="submit" class="visually-hidden" tabIndex={-1} aria-hidden />
      </form>
    </Sheet>
  );
}

interface OrderTermsProps {
  readonly draft: EntryDraft;
  readonly error: string | undefined;
  readonly onChange: (part: Partial<EntryDraft>) => void;
}

function OrderTerms({ draft, error, onChange }: OrderTermsProps) {
  return (
    <div class={css.terms}>
      <Switch label={words.market} on={draft.is_market} onChange={(is_market) => onChange({ is_market })} />
      <DayField
        label={words.goodUntil}
        optional
        value={draft.good_until}
        error={error}
        onChange={(good_until) => onChange({ good_until })}
      />
    </div>
  );
}

const MOST_SUGGESTIONS = 6;

function suggestionsFor(typed: string, symbols: readonly string[]): readonly Suggestion[] {
  return symbols
    .filter((symbol) => symbol !== typed && symbol.startsWith(typed))
    .slice(0, MOST_SUGGESTIONS)
    .map((symbol) => ({ value: symbol, label: symbol }));
}

import type { Verdict } from '@taffrail/domain/discipline';
import type { Id } from '@taffrail/domain/kernel';
import type { Account } from '@taffrail/domain/tradelog';
import { Button, Sheet, useIsPhone } from '@taffrail/ui';
import type { ComponentType } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { toast } from '../../app/index.ts';
import { discipline as disciplineWords, entry as words } from '../../words/index.ts';
import { outcomeOf, type EntryDraft } from './draft.ts';
import css from './entry.module.css';
import { EntryFields } from './entryFields.tsx';
import { OutlookStrip } from './outlookStrip.tsx';
import { useArming, type Arming } from './useArming.ts';
import { useEntry } from './useEntry.ts';

export interface EntryFormProps {
  readonly accounts: readonly Account[];
  /** What was half written. */
  readonly kept: EntryDraft | undefined;
  readonly symbols: readonly string[];
  readonly tags: readonly string[];
  /** Under the id that the trade has from now on. */
  readonly onSaved: (id: Id) => void;
  readonly onClose: () => void;
  readonly discipline: EntryDiscipline;
}

/** How it is shown what the rules say, and how one goes on all the same: it comes from elsewhere. */
export interface EntryDiscipline {
  readonly Note: ComponentType<Pick<Arming, 'now' | 'hasHappened'> & { readonly verdict: Verdict; readonly currency: string }>;
  readonly OverrideDialog: ComponentType<
    Pick<Arming, 'now' | 'stops'> & { readonly onOverride: (reason: string) => void; readonly onClose: () => void }
  >;
}

/** A trade in one line and Enter; or field by field. */
export function EntryForm({ accounts, kept, symbols, tags, onSaved, onClose, discipline }: EntryFormProps) {
  const entry = useEntry(accounts, kept);
  const { draft, account, said, outlook } = entry;
  const form = useRef<HTMLFormElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [asked, setAsked] = useState<'one' | 'another'>();
  const arming = useArming(draft, account, outlook.position);
  const { verdict, stops, sendWith } = arming;
  const outcome = outcomeOf(draft);
  const { Note, OverrideDialog } = discipline;
  // A phone has no room for it beside the rules, and shows it under the line that it comes of.
  const isPhone = useIsPhone();
  const strip = <OutlookStrip outlook={outlook} currency={account?.currency ?? ''} />;
  // What is not a trade yet is not gone over.
  const isStopped = stops.length > 0 && outlook.position !== undefined;

  /** What the rules are against is saved once somebody has said why all the same. */
  async function save(another: boolean, overrideReason: string | null = null): Promise<void> {
    if (isBusy) return;
    if (isStopped && overrideReason === null) return setAsked(another ? 'another' : 'one');
    setBusy(true);
    // What was typed and not understood was meant: nobody finds out later that it was left out.
    const takeBack = said.unread.length === 0 ? await entry.save(sendWith(overrideReason)) : undefined;
    setBusy(false);
    if (takeBack === undefined) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
      return;
    }
    toast({ text: words.saved[outcome](draft.symbol), onUndo: takeBack });
    onSaved(draft.position_id);
    if (!another) return onClose();
    entry.startAnew();
    form.current?.querySelector('input')?.focus();
  }

  return (
    <Sheet
      open
      title={words.title}
      onClose={onClose}
      actions={
        <div class={css.actions}>
          {!isPhone && strip}
          {verdict && <Note verdict={verdict} currency={account?.currency ?? ''} now={arming.now} hasHappened={arming.hasHappened} />}
          <div class={css.buttons}>
            {!isStopped && <Button onClick={() => void save(true)}>{words.saveAndNext}</Button>}
            <Button tone={isStopped ? 'danger' : 'primary'} busy={isBusy} keys="Control+Enter" onClick={() => void save(false)}>
              {isStopped ? disciplineWords.override : words.save[outcome]}
            </Button>
          </div>
        </div>
      }
    >
      <div
        role="presentation"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void save(false);
        }}
      >
        <form
          ref={form}
          class={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            void save(false);
          }}
        >
          <EntryFields entry={entry} symbols={symbols} tags={tags} outlook={isPhone && strip} />
          <button type="submit" class="visually-hidden" tabIndex={-1} aria-hidden />
        </form>
      </div>
      {asked !== undefined && (
        <OverrideDialog
          stops={stops}
          now={arming.now}
          onClose={() => setAsked(undefined)}
          onOverride={(reason) => {
            setAsked(undefined);
            void save(asked === 'another', reason);
          }}
        />
      )}
    </Sheet>
  );
}

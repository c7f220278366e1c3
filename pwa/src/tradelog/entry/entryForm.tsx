import type { Id } from '@taffrail/domain/kernel';
import type { Account } from '@taffrail/domain/tradelog';
import { Button, Sheet } from '@taffrail/ui';
import { useRef, useState } from 'preact/hooks';
import { toast } from '../../app/index.ts';
import { entry as words } from '../../words/index.ts';
import { outcomeOf, type EntryDraft } from './draft.ts';
import css from './entry.module.css';
import { EntryFields } from './entryFields.tsx';
import { OutlookStrip } from './outlookStrip.tsx';
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
}

/** A trade in one line and Enter; or field by field. */
export function EntryForm({ accounts, kept, symbols, tags, onSaved, onClose }: EntryFormProps) {
  const entry = useEntry(accounts, kept);
  const { draft, account, said, outlook } = entry;
  const form = useRef<HTMLFormElement>(null);
  const [isBusy, setBusy] = useState(false);
  const outcome = outcomeOf(draft);

  async function save(another: boolean): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    // What was typed and not understood was meant: nobody finds out later that it was left out.
    const takeBack = said.unread.length === 0 ? await entry.save() : undefined;
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
          <OutlookStrip outlook={outlook} currency={account?.currency ?? ''} />
          <div class={css.buttons}>
            <Button onClick={() => void save(true)}>{words.saveAndNext}</Button>
            <Button tone="primary" busy={isBusy} keys="Control+Enter" onClick={() => void save(false)}>
              {words.save[outcome]}
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
          <EntryFields entry={entry} symbols={symbols} tags={tags} />
          <button type="submit" class="visually-hidden" tabIndex={-1} aria-hidden />
        </form>
      </div>
    </Sheet>
  );
}

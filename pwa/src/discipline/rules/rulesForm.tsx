import { latestRules } from '@taffrail/domain/discipline';
import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { Banner, Switch, useFormats } from '@taffrail/ui';
import { useRef, useState } from 'preact/hooks';
import { mayWrite, toast, useReplica, UnsavedBar, useUnsaved } from '../../app/index.ts';
import { rules as words } from '../../words/index.ts';
import { AccountsPart } from './accountsPart.tsx';
import { errorsOf, placeOf, sentenceOf } from './errorAt.ts';
import { HoursPart } from './hoursPart.tsx';
import { InstrumentsPart } from './instrumentsPart.tsx';
import { LimitsPart } from './limitsPart.tsx';
import { draftOf, type RulesDraft } from './rulesDraft.ts';
import type { RulesGround } from './rulesGround.ts';
import css from './rules.module.css';
import { wishesOf } from './setRules.ts';
import { TradesPart } from './tradesPart.tsx';

/** What was changed, and on what: rules that are set elsewhere meanwhile do not change under one's hands. */
interface Edited {
  readonly draft: RulesDraft;
  readonly on: RulesGround;
}

const draftOn = ({ book, accounts }: RulesGround): RulesDraft =>
  draftOf(
    latestRules(book?.state),
    accounts.map(({ state }) => state),
  );

export function RulesForm({ ground }: { readonly ground: RulesGround }) {
  const replica = useReplica();
  const form = useRef<HTMLFormElement>(null);
  const [edited, setEdited] = useState<Edited>();
  const [refusal, setRefusal] = useState<Refusal>();
  const on = edited?.on ?? ground;
  const draft = edited?.draft ?? draftOn(on);
  const errorAt = errorsOf(refusal);
  useUnsaved(edited !== undefined);

  function change(part: Partial<RulesDraft>): void {
    setEdited({ draft: { ...draft, ...part }, on });
    setRefusal(undefined);
  }

  async function save(): Promise<void> {
    const answer = await replica.dispatch(...wishesOf(draft, draftOn(on), on, replica.now()));
    if (!isRefusal(answer)) {
      setEdited(undefined);
      toast({ text: words.saved });
      return;
    }
    setRefusal(answer);
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
  }

  const parts = { draft, errorAt, change };
  return (
    <form
      ref={form}
      class={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Standing ground={on} />
      <fieldset class={css.parts} disabled={!mayWrite.value}>
        <LimitsPart {...parts} />
        <TradesPart {...parts} />
        <AccountsPart {...parts} />
        <HoursPart {...parts} />
        <InstrumentsPart {...parts} />
        <Switch label={words.alerts} on={draft.alerts} onChange={(alerts) => change({ alerts })} />
      </fieldset>
      {refusal !== undefined && placeOf(refusal) === undefined && <Banner tone="breach">{sentenceOf(refusal)}</Banner>}
      {edited !== undefined && (
        <UnsavedBar
          save={words.save}
          onDiscard={() => {
            setEdited(undefined);
            setRefusal(undefined);
          }}
        />
      )}
    </form>
  );
}

/** Since when these rules count, and that a limit may be reached. */
function Standing({ ground: { book } }: { readonly ground: RulesGround }) {
  const formats = useFormats();
  const since = book?.state.sets.at(-1)?.from;
  return (
    <p class={css.muted}>
      {words.meaning} {since === undefined ? words.usual : words.since(formats.day(since))} {!mayWrite.value && words.readsOnly}
    </p>
  );
}

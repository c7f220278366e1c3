import { asJson, isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { type Phase, phaseNames, phaseOrder, phaseSettingsId, type Settings, usualSettings } from '@taffrail/domain/phases';
import { Banner } from '@taffrail/ui';
import { useRef, useState } from 'preact/hooks';
import { mayWrite, toast, useReplica, UnsavedBar, useUnsaved } from '../../app/index.ts';
import type { PhaseStanding } from '../../conduct/index.ts';
import { phaseSettings as words } from '../../words/index.ts';
import { errorsOf, placeOf, sentenceOf } from './errorAt.ts';
import { GeneralPart } from './generalPart.tsx';
import { ImportButton } from './importButton.tsx';
import { PhaseCard } from './phaseCard.tsx';
import { draftOf, type PhaseDraft, type SettingsDraft, settingsOf } from './settingsDraft.ts';
import css from './settings.module.css';

/** What was changed, and on what: settings that are changed elsewhere meanwhile do not change under one's hands. */
interface Edited {
  readonly draft: SettingsDraft;
  readonly on: { readonly settings: Settings; readonly version: number };
  /** Where it came from, if not from here. */
  readonly from?: { readonly file: string; readonly phase: Phase | null };
}

export function SettingsForm({ now }: { readonly now: PhaseStanding }) {
  const replica = useReplica();
  const form = useRef<HTMLFormElement>(null);
  const [edited, setEdited] = useState<Edited>();
  const [refusal, setRefusal] = useState<Refusal>();
  const on = edited?.on ?? { settings: now.settings, version: now.settings_version };
  const draft = edited?.draft ?? draftOf(on.settings);
  const errorAt = errorsOf(refusal);
  useUnsaved(edited !== undefined);

  function change(part: Partial<SettingsDraft>): void {
    setEdited({ ...edited, draft: { ...draft, ...part }, on });
    setRefusal(undefined);
  }

  async function save(): Promise<void> {
    const answer = await put(settingsOf(draft), on.version);
    if (isRefusal(answer)) {
      setRefusal(answer);
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
      return;
    }
    setEdited(undefined);
    const back = on.version === 0 ? usualSettings : on.settings;
    toast({ text: words.saved, onUndo: () => void put(back, on.version + 1) });
  }

  const put = (settings: object, version: number) =>
    replica.dispatch({ type: 'ChangePhaseSettings', aggregate_id: phaseSettingsId, payload: asJson(settings), expected_version: version });

  return (
    <form
      ref={form}
      class={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p class={css.muted}>{mayWrite.value ? words.meaning : words.readsOnly}</p>
      {mayWrite.value && (
        <ImportButton
          current={on.settings}
          onImport={(imported, file) => {
            setEdited({ draft: draftOf(imported.settings), on, from: { file, phase: imported.current_phase } });
            setRefusal(undefined);
          }}
        />
      )}
      {edited?.from && (
        <Banner>
          {words.imported(edited.from.file)} {edited.from.phase !== null && words.saysPhase(phaseNames[edited.from.phase])}
        </Banner>
      )}
      <fieldset class={css.parts} disabled={!mayWrite.value}>
        <GeneralPart draft={draft} errorAt={errorAt} change={change} />
        {phaseOrder.map((phase) => (
          <PhaseCard
            key={phase}
            phase={phase}
            draft={draft.phases[phase]}
            currency={draft.currency}
            errorAt={errorAt}
            change={(part: Partial<PhaseDraft>) => change({ phases: { ...draft.phases, [phase]: { ...draft.phases[phase], ...part } } })}
          />
        ))}
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

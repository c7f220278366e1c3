import type { HeldDocument } from '@taffrail/replica/documents';
import type { PlaybookDraft } from '@taffrail/sync';
import { Button, Menu, Page, Section, Tabs, useIsPhone } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { People, SavedLine, toast, useActions, useBook, useUnsaved } from '../../app/index.ts';
import { go, link } from '../../routes/index.ts';
import { builder as words } from '../../words/index.ts';
import { giveUpDraft } from '../draft/giveUp.ts';
import { judge, problemsBy } from '../draft/judgement.ts';
import { penFor } from '../draft/pen.ts';
import { isBlank } from '../draft/written.ts';
import { Back } from '../back.tsx';
import type { ShownPlaybook } from '../usePlaybook.ts';
import { AboutFields } from './aboutFields.tsx';
import type { Builder } from './builder.ts';
import css from './builder.module.css';
import { FieldList } from './fieldList.tsx';
import { GradeTable } from './gradeTable.tsx';
import { Notices } from './notices.tsx';
import { Preview } from './preview.tsx';
import { PublishDialog } from './publishDialog.tsx';
import { useOpenField } from './useOpenField.ts';

interface WorkbenchProps {
  readonly id: string;
  readonly held: HeldDocument;
  readonly draft: PlaybookDraft;
  readonly shown: ShownPlaybook | undefined;
}

/** Everything about a draft on one side, and what it comes to on the other. */
export function Workbench({ id, held, draft, shown }: WorkbenchProps) {
  const { entry, replica, papers } = useBook();
  const isPhone = useIsPhone();
  const [side, setSide] = useState<'build' | 'try'>('build');
  const [hasTried, setTried] = useState(false);
  const [isPublishing, setPublishing] = useState(false);
  const opened = useOpenField();
  useUnsaved(!held.saved.value.onDevice);

  const { content, problems } = judge(draft);
  const [latest] = shown?.versions ?? [];
  const builder: Builder = {
    draft,
    pen: penFor({ document: held.document, device: entry.id, nextId: replica.ground.surroundings.ids.next }),
    problemAt: problemsBy(hasTried ? problems : []),
    playbook: shown?.playbook,
    latest,
  };

  function publish(): void {
    setTried(true);
    setSide('build');
    if (content !== undefined) setPublishing(true);
    else goTo(problems[0]?.fieldId);
  }

  function goTo(fieldId: string | undefined): void {
    if (fieldId !== undefined && opened.id !== fieldId) opened.toggle(fieldId);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  }

  async function giveUp(): Promise<void> {
    const undo = await giveUpDraft({ papers, entry }, id, latest);
    if (latest === undefined) go(link('playbooks'));
    toast({ text: latest === undefined ? words.discarded : words.isBackTo(latest.version), onUndo: () => void undo() });
  }

  useActions([{ id: 'builder.publish', label: words.publish, icon: 'check', writes: true, run: publish }]);

  const build = (
    <div class={css.build}>
      <Notices id={id} builder={builder} problems={hasTried ? problems : []} onGoTo={goTo} />
      <AboutFields builder={builder} />
      <FieldList builder={builder} opened={opened} />
      <GradeTable builder={builder} />
    </div>
  );

  return (
    <Page
      title={draft.name.trim() === '' ? words.title : words.titleOf(draft.name)}
      above={<Back />}
      mainActions={
        <Button tone="primary" icon="check" disabled={shown?.playbook.active === false} onClick={publish}>
          {words.publish}
        </Button>
      }
      actions={
        <Menu
          label={words.more}
          items={[
            { label: latest === undefined ? words.discard : words.backTo(latest.version), icon: 'undo', onSelect: () => void giveUp() },
          ]}
        />
      }
    >
      <div class={css.standing}>
        <SavedLine held={held} isBlank={isBlank(draft)} />
        <People held={held} />
      </div>
      {isPhone ? (
        <Tabs
          label={words.parts}
          value={side}
          tabs={[
            { value: 'build', label: words.build },
            { value: 'try', label: words.tryIt },
          ]}
          onChange={setSide}
        >
          {side === 'build' ? build : <Preview draft={draft} />}
        </Tabs>
      ) : (
        <div class={css.columns}>
          {build}
          <aside class={css.aside}>
            <Section title={words.tryIt}>
              <Preview draft={draft} />
            </Section>
          </aside>
        </div>
      )}
      {isPublishing && content !== undefined && (
        <PublishDialog id={id} builder={builder} content={content} onClose={() => setPublishing(false)} />
      )}
    </Page>
  );
}

import { AnsweredSoFar, ChecklistFields, goToOpenField, OverrideDialog } from '@taffrail/face';
import { Banner, Button, IconButton } from '@taffrail/ui';
import { useRef, useState } from 'preact/hooks';
import type { PlanNow } from '../../app/index.ts';
import { ticket as words } from '../../words/index.ts';
import { toast } from '../toasts.ts';
import { answer } from './draft.ts';
import { isArmed } from './armedTicket.ts';
import css from './plan.module.css';
import { takePicture } from './picture.ts';
import { PlanFields } from './planFields.tsx';
import type { PlanOnPage } from './planOnPage.ts';
import { PlaybookChoice } from './playbookChoice.tsx';
import { SizeLine } from './sizeLine.tsx';
import { useArming } from './useArming.ts';

interface PlanCardProps {
  readonly page: PlanOnPage;
  readonly plan: PlanNow;
}

/** The plan, its checklist, and the button that arms it. */
export function PlanCard({ page, plan }: PlanCardProps) {
  const { draft, about } = page;
  const { now, size } = plan;
  const isDone = isArmed(page);
  const checklist = isDone ? null : plan.checklist;
  const [picture, setPicture] = useState<string>();
  const list = useRef<HTMLOListElement>(null);
  const arming = useArming(page, plan, picture, () => setPicture(undefined));
  const isAgainst = arming.stops.length > 0;

  async function photograph(): Promise<void> {
    const taken = await takePicture();
    if (taken === undefined) toast({ text: words.noPicture, tone: 'breach' });
    else setPicture(taken);
  }

  return (
    <section class={css.plan} aria-label={words.title}>
      <PlanFields page={page} plan={plan} />
      {size && !isDone && <SizeLine page={page} size={size} />}
      {!isDone && <PlaybookChoice plan={plan} />}
      {checklist && (
        <ChecklistFields
          key={`${draft.position_id} ${checklist.version_id}`}
          list={list}
          fields={checklist.fields}
          answers={draft.answers}
          onAnswer={(key, value) => answer(about, key, value)}
          evaluation={checklist.evaluation}
          tries={arming.tries}
        />
      )}
      {!isDone && (
        <footer class={css.foot}>
          {arming.problem !== undefined && <Banner tone="warning">{arming.problem}</Banner>}
          {arming.refusal !== null && <Banner tone="breach">{arming.refusal.sentence}</Banner>}
          <div class={css.actions}>
            {checklist && <AnsweredSoFar evaluation={checklist.evaluation} onNext={() => goToOpenField(list.current)} />}
            <IconButton
              icon="camera"
              label={picture === undefined ? words.picture : words.pictureTaken}
              aria-pressed={picture !== undefined}
              onClick={() => void photograph()}
            />
            <Button tone={isAgainst ? 'danger' : 'primary'} busy={arming.isSaving} onClick={arming.arm}>
              {isAgainst ? words.armOver : words.arm}
            </Button>
          </div>
        </footer>
      )}
      {arming.isAsking && (
        <OverrideDialog stops={arming.stops} now={now} onOverride={(reason) => void arming.save(reason)} onClose={arming.stopAsking} />
      )}
    </section>
  );
}

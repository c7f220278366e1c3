import { ChecklistForm, OverrideDialog, VerdictNote } from '@taffrail/face';
import { Banner, Button } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import type { Draft } from '../../app/index.ts';
import { ticket as words } from '../../words/index.ts';
import { toast } from '../toasts.ts';
import { answer } from './draft.ts';
import css from './plan.module.css';
import { takePicture } from './picture.ts';
import { PlanFields } from './planFields.tsx';
import { PlaybookChoice } from './playbookChoice.tsx';
import { SizeLine } from './sizeLine.tsx';
import { useArming } from './useArming.ts';
import type { Plan } from './usePlan.ts';

interface PlanCardProps {
  readonly draft: Draft;
  readonly plan: Plan;
}

/** The plan, its checklist, what the rules say to it, and the button that arms it. */
export function PlanCard({ draft, plan }: PlanCardProps) {
  const { about, account, chosen, evaluation, intendedRisk, now, stops, verdict } = plan;
  const [picture, setPicture] = useState<Blob>();
  const arming = useArming(draft, plan, picture, () => setPicture(undefined));

  async function photograph(): Promise<void> {
    const taken = await takePicture();
    if (taken === undefined) toast({ text: words.noPicture, tone: 'breach' });
    else setPicture(taken);
  }

  const said = (
    <>
      {verdict && account && <VerdictNote verdict={verdict} currency={account.currency} now={now} hasHappened={false} />}
      {arming.problem !== undefined && <Banner tone="warning">{arming.problem}</Banner>}
      {arming.refusal !== undefined && <Banner tone="breach">{arming.refusal.sentence}</Banner>}
    </>
  );
  const actions = (
    <span class={css.actions}>
      <Button onClick={() => void photograph()}>{picture === undefined ? words.picture : words.pictureTaken}</Button>
      <Button tone={stops.length > 0 ? 'danger' : 'primary'} busy={arming.isSaving} disabled={arming.isArmed} onClick={arming.arm}>
        {arming.isArmed ? words.isArmed : stops.length > 0 ? words.armOver : words.arm}
      </Button>
    </span>
  );

  return (
    <section class={css.plan} aria-label={words.title}>
      <PlanFields draft={draft} plan={plan} />
      <SizeLine plan={plan} />
      <PlaybookChoice plan={plan} />
      {chosen && evaluation ? (
        <ChecklistForm
          key={`${draft.position_id} ${chosen.latest.id}`}
          fields={chosen.latest.content.fields}
          answers={draft.answers}
          onAnswer={(key, value) => answer(about, key, value)}
          evaluation={evaluation}
          intendedRisk={intendedRisk ?? undefined}
          tries={arming.tries}
          actions={actions}
        >
          {said}
        </ChecklistForm>
      ) : (
        <footer class={css.foot}>
          {said}
          {actions}
        </footer>
      )}
      {arming.isAsking && (
        <OverrideDialog stops={stops} now={now} onOverride={(reason) => void arming.save(reason)} onClose={arming.stopAsking} />
      )}
    </section>
  );
}

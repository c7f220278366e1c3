import { ChecklistForm, OverrideDialog, VerdictNote } from '@taffrail/face';
import { Banner, Button } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import type { PlanNow } from '../../app/index.ts';
import { ticket as words } from '../../words/index.ts';
import { toast } from '../toasts.ts';
import { answer } from './draft.ts';
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

/** The plan, its checklist, what the rules say to it, and the button that arms it. */
export function PlanCard({ page, plan }: PlanCardProps) {
  const { draft, about } = page;
  const { account, checklist, now, size, verdict } = plan;
  const [picture, setPicture] = useState<string>();
  const arming = useArming(page, plan, picture, () => setPicture(undefined));
  const isAgainst = arming.stops.length > 0;

  async function photograph(): Promise<void> {
    const taken = await takePicture();
    if (taken === undefined) toast({ text: words.noPicture, tone: 'breach' });
    else setPicture(taken);
  }

  const said = (
    <>
      {verdict && account && <VerdictNote verdict={verdict} currency={account.currency} now={now} hasHappened={false} />}
      {arming.problem !== undefined && <Banner tone="warning">{arming.problem}</Banner>}
      {arming.refusal !== null && <Banner tone="breach">{arming.refusal.sentence}</Banner>}
    </>
  );
  const actions = (
    <span class={css.actions}>
      <Button onClick={() => void photograph()}>{picture === undefined ? words.picture : words.pictureTaken}</Button>
      <Button tone={isAgainst ? 'danger' : 'primary'} busy={arming.isSaving} disabled={arming.isArmed} onClick={arming.arm}>
        {arming.isArmed ? words.isArmed : isAgainst ? words.armOver : words.arm}
      </Button>
    </span>
  );

  return (
    <section class={css.plan} aria-label={words.title}>
      <PlanFields page={page} plan={plan} />
      {size && <SizeLine page={page} size={size} />}
      <PlaybookChoice plan={plan} />
      {checklist ? (
        <ChecklistForm
          key={`${draft.position_id} ${checklist.version_id}`}
          fields={checklist.fields}
          answers={draft.answers}
          onAnswer={(key, value) => answer(about, key, value)}
          evaluation={checklist.evaluation}
          intendedRisk={plan.intended_risk_pct ?? undefined}
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
        <OverrideDialog stops={arming.stops} now={now} onOverride={(reason) => void arming.save(reason)} onClose={arming.stopAsking} />
      )}
    </section>
  );
}

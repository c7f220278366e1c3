import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { Banner, Button, useFormats } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import type { Draft } from '../../app/index.ts';
import { ticket as words } from '../../words/index.ts';
import { useBook } from '../book.ts';
import { toast } from '../toasts.ts';
import { armPlan } from './arm.ts';
import css from './plan.module.css';
import { takePicture } from './picture.ts';
import { PlanFields } from './planFields.tsx';
import { SizeLine } from './sizeLine.tsx';
import type { Plan } from './usePlan.ts';

interface PlanCardProps {
  readonly draft: Draft;
  readonly plan: Plan;
}

/** The plan, what is said to it, and the button that arms it. */
export function PlanCard({ draft, plan }: PlanCardProps) {
  const book = useBook();
  const formats = useFormats();
  const { evaluation, stops, verdict, missing, position } = plan;
  const [picture, setPicture] = useState<Blob>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [isTried, setTried] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const problem = missing === undefined ? (isRefusal(position) ? position.sentence : undefined) : words.missing[missing];
  const unanswered = evaluation?.fields.some((field) => field.problem !== null) === true;

  async function arm(overrideReason: string | null): Promise<void> {
    setTried(true);
    if (problem !== undefined || unanswered || isSaving) return;
    setSaving(true);
    const refused = await armPlan(book, draft, plan, { picture, overrideReason });
    setSaving(false);
    setRefusal(refused);
    if (refused !== undefined) return;
    setPicture(undefined);
    setTried(false);
    toast({ text: words.armed(plan.sketch.symbol ?? '') });
  }

  async function photograph(): Promise<void> {
    const taken = await takePicture();
    if (taken === undefined) toast({ text: words.noPicture, tone: 'breach' });
    else setPicture(taken);
  }

  return (
    <section class={css.plan} aria-label={words.title}>
      <PlanFields draft={draft} plan={plan} />
      <SizeLine plan={plan} />
      {isTried && problem !== undefined && <Banner tone="warning">{problem}</Banner>}
      {refusal !== undefined && <Banner tone="breach">{refusal.sentence}</Banner>}
      <footer class={css.foot}>
        <p>{verdict && formats.count(stops.length)}</p>
        <div class={css.actions}>
          <Button onClick={() => void photograph()}>{picture === undefined ? words.picture : words.pictureTaken}</Button>
          <Button tone="primary" busy={isSaving} onClick={() => void arm(null)}>
            {words.arm}
          </Button>
        </div>
      </footer>
    </section>
  );
}

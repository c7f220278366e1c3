import type { Evaluation } from '@taffrail/domain/playbooks';
import { Badge, GradeMark, useFormats } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import { checklist } from '../words/index.ts';
import { AnsweredSoFar } from './answeredSoFar.tsx';
import { boundBy } from './bound.ts';
import css from './checklist.module.css';

interface GradeFootProps {
  readonly evaluation: Evaluation;
  readonly intendedRisk: string | undefined;
  readonly onNext: () => void;
  readonly actions: ComponentChildren;
}

/** What it comes to so far, in sight of whoever is still filling in. */
export function GradeFoot({ evaluation, intendedRisk, onNext, actions }: GradeFootProps) {
  const formats = useFormats();
  const { grade, compliance_score, risk_cap_pct, risk_cap_exceeded } = evaluation;
  const cap = formats.percent(risk_cap_pct);
  return (
    <footer class={css.foot}>
      <div class={css.came} aria-live="polite">
        <GradeMark grade={grade} />
        <dl class={css.figures}>
          <div>
            <dt>{checklist.compliance}</dt>
            <dd>{formats.share(compliance_score)}</dd>
          </div>
          <div>
            <dt>{checklist.cap}</dt>
            <dd>
              {cap} <span class={css.bound}>{boundBy(evaluation)}</span>
            </dd>
          </div>
        </dl>
        {risk_cap_exceeded && intendedRisk !== undefined && (
          <span class={css.exceeded}>
            <Badge tone="warning">{checklist.exceeded(formats.percent(intendedRisk), cap)}</Badge>
          </span>
        )}
      </div>
      <div class={css.onward}>
        <AnsweredSoFar evaluation={evaluation} onNext={onNext} />
        {actions}
      </div>
    </footer>
  );
}

import { ReasonList, stopsIn } from '@taffrail/face';
import { GradeMark, useFormats } from '@taffrail/ui';
import type { Checklist, PlanNow } from '../../app/index.ts';
import { answer as words } from '../../words/index.ts';
import { isArmed } from '../plan/armedTicket.ts';
import type { PlanOnPage } from '../plan/planOnPage.ts';
import css from './answer.module.css';
import { moodOf } from './mood.ts';
import { limitsText, riskLine } from './terms.ts';

interface AnswerProps {
  readonly page: PlanOnPage;
  readonly plan: PlanNow;
}

/** What a panel is opened for: may this be traded, and how good is it? It stays in sight, whatever the ticket is scrolled to. */
export function Answer({ page, plan }: AnswerProps) {
  const formats = useFormats();
  const { verdict, now, checklist } = plan;
  if (isArmed(page)) return <Planned />;
  if (verdict === null) return null;
  const mood = moodOf(plan);
  const minded = [...stopsIn(verdict.reasons), ...verdict.reasons.filter(({ effect }) => effect === 'warns')];
  return (
    <>
      <div class={css.answer} data-mood={mood} role="status">
        <p class={css.words}>
          <strong class={css.verdict}>{words[mood]}</strong>
          {[riskLine(plan, formats), limitsText(plan, formats)].map((line) => line !== '' && <span key={line}>{line}</span>)}
        </p>
        {checklist && <Came checklist={checklist} />}
      </div>
      {minded.length > 0 && <ReasonList reasons={minded} now={now} />}
    </>
  );
}

function Planned() {
  return (
    <div class={css.answer} role="status">
      <p class={css.words}>
        <strong class={css.verdict}>{words.planned}</strong>
        <span>{words.plannedMeaning}</span>
      </p>
    </div>
  );
}

function Came({ checklist: { evaluation } }: { readonly checklist: Checklist }) {
  const formats = useFormats();
  return (
    <p class={css.came}>
      <GradeMark grade={evaluation.grade} />
      <span>{words.followed(formats.share(evaluation.compliance_score))}</span>
    </p>
  );
}

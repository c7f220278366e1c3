import { decimal, decimalText, type DecimalText } from '@taffrail/domain/kernel';
import { allowedAt, grades, type Grade, type RiskSchedule } from '@taffrail/domain/playbooks';
import type { PlaybookDraft } from '@taffrail/sync';
import { NumberField, Section, useFormats, GradeMark } from '@taffrail/ui';
import { builder as words, playbooks } from '../../words/index.ts';
import type { Builder } from './builder.ts';
import css from './builder.module.css';
import { figureIn } from '../draft/figureIn.ts';
import { usualHead, usualTerms } from '../draft/usual.ts';
import { WarningList } from './warningList.tsx';
import { warningsFor } from '../draft/warnings.ts';

const thresholds = ['A', 'B', 'C'] as const;

/** What earns a grade, and what each may risk. */
export function GradeTable({ builder: { draft, pen, problemAt } }: { readonly builder: Builder }) {
  return (
    <Section title={words.grades}>
      <div class={css.stack}>
        <p class={css.meaning}>{words.gradesMeaning}</p>
        <div class={css.grades}>
          <span />
          <span class={css.heading}>{words.fromHead}</span>
          <span class={css.heading}>{words.mayRiskHead}</span>
          {grades.map((grade) => (
            <GradeRow key={grade} grade={grade} draft={draft} pen={pen} problemAt={problemAt} />
          ))}
        </div>
        <WarningList warnings={warningsFor(draft)} error={problemAt('risk_schedule')} />
        <div class={css.cap}>
          <NumberField
            label={words.cap}
            hint={words.capHint}
            optional
            value={figureIn(draft.template_max_risk_pct)}
            error={problemAt('template_max_risk_pct')}
            onChange={(percent) => pen.set({ template_max_risk_pct: percent ?? '' })}
          />
        </div>
      </div>
    </Section>
  );
}

function GradeRow({ grade, draft, pen, problemAt }: Pick<Builder, 'draft' | 'pen' | 'problemAt'> & { readonly grade: Grade }) {
  const formats = useFormats();
  const threshold = thresholds.find((each) => each === grade);
  const lowest = figureIn(draft.grade_thresholds.C) ?? usualTerms.grade_thresholds.C;
  const schedule = scheduleOf(draft);
  const sayRisk = (percent: DecimalText | undefined) => {
    // Of a schedule that names some grades the others are left out, so the first word about one says them all.
    const unsaid = Object.keys(draft.risk_schedule).length === 0 ? usualSchedule : {};
    pen.set({ ...unsaid, [`risk_schedule.${grade}`]: percent ?? '' });
  };
  return (
    <>
      <span class={css.letter}>
        <GradeMark grade={grade} />
      </span>
      {threshold === undefined ? (
        <span class={css.below}>{playbooks.below(formats.share(lowest))}</span>
      ) : (
        <NumberField
          bare
          label={words.from(grade)}
          value={inPercent(shown(draft.grade_thresholds[threshold], usualTerms.grade_thresholds[threshold]))}
          error={problemAt(`grade_thresholds.${grade}`)}
          onChange={(percent) => pen.set({ [`grade_thresholds.${threshold}`]: percent === undefined ? '' : ofOne(percent) })}
        />
      )}
      <NumberField
        bare
        label={words.mayRisk(grade)}
        value={schedule[grade]}
        // What a grade comes to that says nothing.
        placeholder={formats.quantity(allowedAt(schedule, grade))}
        error={problemAt(`risk_schedule.${grade}`)}
        onChange={sayRisk}
      />
    </>
  );
}

/** As far as it can be read; as usual where nobody spoke of it. */
function scheduleOf({ risk_schedule }: PlaybookDraft): RiskSchedule {
  if (Object.keys(risk_schedule).length === 0) return usualTerms.risk_schedule;
  const said = grades.map((grade) => [grade, figureIn(risk_schedule[grade])] as const);
  return Object.fromEntries(said.filter(([, figure]) => figure !== undefined));
}

const usualSchedule = Object.fromEntries(Object.entries(usualHead).filter(([name]) => name.startsWith('risk_schedule.')));

/** What nobody spoke of is as usual; what was emptied is empty. */
const shown = (said: string | undefined, usual: DecimalText): DecimalText | undefined => (said === undefined ? usual : figureIn(said));

function inPercent(fraction: DecimalText | undefined): DecimalText | undefined {
  if (fraction === undefined) return undefined;
  const { coefficient, scale } = decimal(fraction);
  return decimalText({ coefficient: coefficient * 100n, scale });
}

function ofOne(percent: DecimalText): DecimalText {
  const { coefficient, scale } = decimal(percent);
  return decimalText({ coefficient, scale: scale + 2 });
}

import { allowedAt, grades, type Checklist, type Field } from '@taffrail/domain/playbooks';
import { Section, useFormats, GradeMark, FigureTable } from '@taffrail/ui';
import { playbooks as words } from '../../words/index.ts';
import { summaryOf } from '../fieldSummary.ts';
import css from './versions.module.css';

/** What a version asks, to be read. */
export function AskedPart({ content }: { readonly content: Pick<Checklist, 'fields'> }) {
  return (
    <Section title={words.says}>
      <ol class={css.fields}>
        {content.fields.map((field) => (
          <FieldLine key={field.key} field={field} />
        ))}
      </ol>
    </Section>
  );
}

function FieldLine({ field }: { readonly field: Field }) {
  const formats = useFormats();
  return (
    <li class={css.field}>
      <span class={css.label}>{field.label}</span>
      {field.help !== null && <span class={css.help}>{field.help}</span>}
      <span class={css.note}>{summaryOf({ ...field, ...field.validation }, formats)}</span>
    </li>
  );
}

/** What earns a grade, and what each may risk. */
export function GradePart({
  content: { grade_thresholds, risk_schedule, template_max_risk_pct },
}: {
  readonly content: Omit<Checklist, 'fields'>;
}) {
  const formats = useFormats();
  return (
    <Section title={words.gradeTable}>
      <FigureTable>
        <thead>
          <tr>
            <th scope="col">{words.grade}</th>
            <th scope="col">{words.from}</th>
            <th scope="col">{words.mayRisk}</th>
          </tr>
        </thead>
        <tbody>
          {grades.map((grade) => (
            <tr key={grade}>
              <th scope="row">
                <GradeMark grade={grade} />
              </th>
              <td>{grade === 'D' ? words.below(formats.share(grade_thresholds.C)) : formats.share(grade_thresholds[grade])}</td>
              <td>{formats.percent(allowedAt(risk_schedule, grade))}</td>
            </tr>
          ))}
        </tbody>
      </FigureTable>
      <p class={css.muted}>{template_max_risk_pct === null ? words.noCap : words.cappedAt(formats.percent(template_max_risk_pct))}</p>
    </Section>
  );
}

import type { Id, Instant } from '@taffrail/domain/kernel';
import type { FieldType, Grade, PlaybookResponse, PlaybookVersion, ResponseSubject } from '@taffrail/domain/playbooks';
import type { Projection } from './projection.ts';

/** As much of a response as lists of trades are filtered, grouped and added up by. */
export interface ResponseRow {
  readonly id: Id;
  readonly subject: ResponseSubject;
  /** The trade it is about, or the one that came of it. */
  readonly position_id: Id | null;
  readonly playbook_id: Id;
  /** What was answered, and what it came to then; null while there is evidence only. */
  readonly version_id: Id | null;
  readonly grade: Grade | null;
  readonly compliance: string | null;
  readonly cap: string | null;
  readonly exceeded: boolean;
  readonly intended_risk_pct: string | null;
  readonly submitted_at: Instant | null;
  /** By the keys of their fields: yes and no, choices, and figures as decimal text. What was written in words is not in a list. */
  readonly values: { readonly [key: string]: boolean | string };
  readonly version: number;
  readonly pending: boolean;
}

const listed: ReadonlySet<FieldType> = new Set<FieldType>(['boolean', 'select', 'number', 'rating']);

export const responseRows: Projection<PlaybookResponse, ResponseRow> = {
  name: 'responses',
  make: 3,
  aggregate: 'playbook_response',
  reads: ({ submission }) => (submission ? [{ aggregate_type: 'playbook_version', aggregate_id: submission.version_id }] : []),
  // What was published never changes.
  regards: () => null,
  row({ version, state }, { pending, read }) {
    const { id, subject, playbook_id, submission } = state;
    const answered = submission && read<PlaybookVersion>('playbook_version', submission.version_id);
    const evaluation = submission?.evaluation;
    return {
      id,
      subject,
      position_id: subject.type === 'position' ? subject.id : state.position_id,
      playbook_id,
      version_id: submission?.version_id ?? null,
      grade: evaluation?.grade ?? null,
      compliance: evaluation?.compliance_score ?? null,
      cap: evaluation?.risk_cap_pct ?? null,
      exceeded: evaluation?.risk_cap_exceeded ?? false,
      intended_risk_pct: submission?.intended_risk_pct ?? null,
      submitted_at: submission?.submitted_at ?? null,
      values: answered ? valuesOf(answered, submission.values) : {},
      version,
      pending,
    };
  },
};

function valuesOf({ content }: PlaybookVersion, values: NonNullable<PlaybookResponse['submission']>['values']): ResponseRow['values'] {
  const fields = content.fields.filter(({ key, type }) => listed.has(type) && Object.hasOwn(values, key));
  return Object.fromEntries(
    fields.flatMap(({ key }) => {
      const value = values[key];
      return typeof value === 'boolean' || typeof value === 'string' ? [[key, value]] : [];
    }),
  );
}

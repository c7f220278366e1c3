import type { Attachment } from '@taffrail/domain/attachments';
import {
  daySchema,
  idSchema,
  instantSchema,
  kernelRefusals,
  percentSchema,
  type Id,
  type RichText,
  type Versioned,
} from '@taffrail/domain/kernel';
import { evaluationSchema, gradeSchema, type Evidence, type PlaybookResponse, type Value } from '@taffrail/domain/playbooks';
import { z } from 'zod';
import { dispatch, lastSeqOf, type Caller, type DoorAnswer, type Wish } from '../http/index.ts';
import type { Workspace } from '../workspace/index.ts';

const evidenceShape = z.strictObject({
  id: idSchema,
  field_keys: z.array(z.string()),
  source_kind: z
    .enum(['trade', 'journal', 'url'])
    .describe('Attached to a position, attached to a page or entry of the journal, or an address'),
  source_id: idSchema.nullable().describe('The attachment'),
  url: z.string().nullable(),
  note: z.string().nullable(),
  missing: z.boolean().describe('Whether what it points to has been removed since'),
});

const { compliance_score, risk_cap_pct, cap_breakdown, risk_cap_exceeded, fields } = evaluationSchema.shape;

/** What it came to is what it came to then: nothing here changes with the playbook or the account. */
export const responseShape = z.strictObject({
  id: idSchema,
  version: z.int().min(1),
  entry_type: z.enum(['trade_playbook', 'instrument_checklist']),
  position_id: idSchema.nullable().describe('The trade it is about, or the one that came of it'),
  day: daySchema.nullable(),
  symbol: z.string().nullable(),
  playbook_id: idSchema,
  template_id: idSchema.nullable().describe('The version that was answered; null, as all that follows, while there is evidence only'),
  template_version: z.int().nullable(),
  values: z.record(z.string(), z.json() as z.ZodType as z.ZodType<Value>).describe('By the keys of the fields'),
  comments: z.record(z.string(), z.json() as z.ZodType as z.ZodType<RichText>),
  computed_grade: gradeSchema.nullable(),
  compliance_score: compliance_score.nullable(),
  risk_cap_pct: risk_cap_pct.nullable(),
  cap_breakdown: cap_breakdown.nullable(),
  risk_cap_exceeded: risk_cap_exceeded.nullable(),
  fields: fields.describe('Whether each field was satisfied'),
  intended_risk_pct: percentSchema.nullable(),
  trade_entered: z.boolean().nullable(),
  evidence: z.array(evidenceShape),
  submissions: z.int().min(0).describe('How often it was submitted; its history has them all'),
  submitted_at: instantSchema.nullable(),
  created_at: instantSchema,
});

export const responseRef = (id: Id) => ({ aggregate_type: 'playbook_response', aggregate_id: id });

export const noSuchResponse = (id: Id) => kernelRefusals.not_found({ noun: 'playbook_response', id });

export function findResponse(workspace: Workspace, id: Id, asOfSeq = workspace.lastSeq): Versioned<PlaybookResponse> | undefined {
  return workspace.stateAsOf(responseRef(id), asOfSeq) as Versioned<PlaybookResponse> | undefined;
}

export function responseView(
  workspace: Workspace,
  { version, state }: Versioned<PlaybookResponse>,
  asOfSeq = workspace.lastSeq,
): z.infer<typeof responseShape> {
  const { subject, submission } = state;
  const about =
    subject.type === 'position'
      ? { entry_type: 'trade_playbook' as const, position_id: subject.id, day: null, symbol: null }
      : { entry_type: 'instrument_checklist' as const, position_id: state.position_id, day: subject.day, symbol: subject.symbol };
  return {
    id: state.id,
    version,
    ...about,
    playbook_id: state.playbook_id,
    ...submitted(submission),
    evidence: state.evidence.map((evidence) => evidenceView(workspace, evidence, asOfSeq)),
    submissions: state.submissions,
    created_at: state.begun_at,
  };
}

/** As it is now, of a response that a list has found. */
export function listedView(workspace: Workspace, id: Id): z.infer<typeof responseShape> {
  const response = findResponse(workspace, id);
  if (!response) throw new Error(`response ${id} is listed but is not there`);
  return responseView(workspace, response);
}

function submitted(submission: PlaybookResponse['submission']) {
  const evaluation = submission?.evaluation;
  return {
    template_id: submission?.version_id ?? null,
    template_version: submission?.version ?? null,
    values: submission?.values ?? {},
    comments: submission?.comments ?? {},
    computed_grade: evaluation?.grade ?? null,
    compliance_score: evaluation?.compliance_score ?? null,
    risk_cap_pct: evaluation?.risk_cap_pct ?? null,
    cap_breakdown: evaluation?.cap_breakdown ?? null,
    risk_cap_exceeded: evaluation?.risk_cap_exceeded ?? null,
    fields: evaluation?.fields ?? [],
    intended_risk_pct: submission?.intended_risk_pct ?? null,
    trade_entered: submission?.trade_entered ?? null,
    submitted_at: submission?.submitted_at ?? null,
  };
}

function evidenceView(workspace: Workspace, { evidence_id, field_keys, source, note }: Evidence, asOfSeq: number) {
  const common = { id: evidence_id, field_keys: [...field_keys], note };
  if (source.kind === 'url') return { ...common, source_kind: 'url' as const, source_id: null, url: source.url, missing: false };
  const attachment = workspace.stateAsOf({ aggregate_type: 'attachment', aggregate_id: source.id }, asOfSeq)?.state as Attachment;
  const source_kind = attachment.subject.type === 'position' ? ('trade' as const) : ('journal' as const);
  return { ...common, source_kind, source_id: source.id, url: null, missing: attachment.removed_at !== null };
}

/** Carries out a command on a response and shows what it led to; 201 where that began it. */
export async function changeResponse(caller: Caller, wish: Wish): Promise<DoorAnswer> {
  const answer = await dispatch(caller, wish);
  if (answer.outcome === 'refused') return answer;
  const response = findResponse(caller.workspace, wish.aggregate_id, lastSeqOf(answer));
  if (!response) throw new Error(`response ${wish.aggregate_id} was changed but is not there`);
  return {
    status: answer.facts.some(({ type }) => type === 'ResponseBegun') ? 201 : 200,
    body: responseView(caller.workspace, response, lastSeqOf(answer)),
    version: response.version,
    headers: { location: `/api/playbook-responses/${wish.aggregate_id}` },
  };
}

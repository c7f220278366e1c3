import type { Context } from '../kernel/index.ts';
import { addEvidence } from './commands/addEvidence.ts';
import { changeEvidence } from './commands/changeEvidence.ts';
import { linkResponse } from './commands/linkResponse.ts';
import { publishPlaybook } from './commands/publishPlaybook.ts';
import { reactivatePlaybook } from './commands/reactivatePlaybook.ts';
import { removeEvidence } from './commands/removeEvidence.ts';
import { retirePlaybook } from './commands/retirePlaybook.ts';
import { submitResponse } from './commands/submitResponse.ts';
import { unlinkResponse } from './commands/unlinkResponse.ts';
import { playbookAggregate } from './playbook.ts';
import { playbookNameAggregate } from './playbookName.ts';
import { playbookVersionAggregate } from './playbookVersion.ts';
import { refusals } from './refusals.ts';
import { responseAggregate } from './response.ts';

/** How a trader means to go about a kind of trade, and how a trade or an instrument measured up to it. */
export const playbooks: Context = {
  name: 'playbooks',
  aggregates: [playbookAggregate, playbookVersionAggregate, playbookNameAggregate, responseAggregate],
  commands: [
    publishPlaybook,
    retirePlaybook,
    reactivatePlaybook,
    submitResponse,
    addEvidence,
    changeEvidence,
    removeEvidence,
    linkResponse,
    unlinkResponse,
  ],
  refusals,
};

export { type Answer, type Value, type ValueRule } from './answer.ts';
export {
  checklistInputSchema,
  type Content,
  type ContentInput,
  contentInputSchema,
  contentSchema,
  type Purpose,
  purposeSchema,
} from './content.ts';
export { type Change, type Difference, differenceOf, isSame } from './difference.ts';
export { type Checklist, evaluate, type Evaluation, evaluationSchema, type Risk } from './evaluation.ts';
export { type Evidence, type EvidenceSource } from './evidence.ts';
export { type Field, fieldInputSchema, fieldKeySchema, type FieldType, fieldTypeSchema } from './field.ts';
export { folded } from './folded.ts';
export { gallery } from './gallery.ts';
export { allowedAt, type Grade, grades, gradeSchema, type GradeThresholds, type RiskSchedule } from './grade.ts';
export { asksForRisk, INTENDED_RISK, intendedRisk } from './intendedRisk.ts';
export { type PlaybookFile, playbookFile, playbookFromFile } from './interchange.ts';
export * from './limits.ts';
export { isFlawed, type Pattern, patternOf } from './pattern/pattern.ts';
export { type Playbook, type VersionLine } from './playbook.ts';
export { type PlaybookName } from './playbookName.ts';
export { type PlaybookVersion } from './playbookVersion.ts';
export { type PlaybookResponse, type Submission } from './response.ts';
export { type Results, resultsOf, type Tally, type Use } from './results.ts';
export { responseId, type ResponseSubject, responseSubjectSchema } from './subject.ts';
export { suggested } from './suggestion.ts';

export { type AddEvidence, addEvidencePayload } from './commands/addEvidence.ts';
export { type ChangeEvidence, changeEvidencePayload } from './commands/changeEvidence.ts';
export { type LinkResponse } from './commands/linkResponse.ts';
export { type PublishPlaybook } from './commands/publishPlaybook.ts';
export { type ReactivatePlaybook } from './commands/reactivatePlaybook.ts';
export { type RemoveEvidence } from './commands/removeEvidence.ts';
export { type RetirePlaybook } from './commands/retirePlaybook.ts';
export { type SubmitResponse, submitResponsePayload } from './commands/submitResponse.ts';
export { type UnlinkResponse } from './commands/unlinkResponse.ts';

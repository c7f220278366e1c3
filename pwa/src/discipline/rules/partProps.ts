import type { ErrorAt } from './errorAt.ts';
import type { RulesDraft } from './rulesDraft.ts';

/** What each part of the form is given. */
export interface PartProps {
  readonly draft: RulesDraft;
  readonly errorAt: ErrorAt;
  readonly change: (part: Partial<RulesDraft>) => void;
}

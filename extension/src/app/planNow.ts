import type { TradingRules, Verdict } from '@taffrail/domain/discipline';
import type { DecimalText, Id, Instant, Refusal } from '@taffrail/domain/kernel';
import type { Evaluation, Field } from '@taffrail/domain/playbooks';
import type { Missing } from './sketch.ts';

/** What is said to a plan as it stands. */
export interface PlanNow {
  /** The position it would be. */
  readonly position_id: Id;
  /** It is in the book already: it was armed when nobody could be told any more. */
  readonly is_planned: boolean;
  readonly missing: Missing | null;
  /** Why it would not be let in. */
  readonly refusal: Refusal | null;
  readonly accounts: readonly { readonly id: Id; readonly name: string }[];
  readonly account: PlannedAccount | null;
  /** The fitting ones first. */
  readonly offered: readonly Offer[];
  readonly checklist: Checklist | null;
  /** In percent of the account, by the way to the stop; null while nobody can say. */
  readonly intended_risk_pct: DecimalText | null;
  readonly size: Size | null;
  readonly verdict: Verdict | null;
  readonly now: Instant;
}

export interface PlannedAccount {
  readonly id: Id;
  readonly currency: string;
  /** What percentages are of; null where the rules do not say how large it is. */
  readonly size: TradingRules['accounts'][number]['size'] | null;
}

export interface Offer {
  readonly id: Id;
  readonly name: string;
  readonly fits: boolean;
}

/** What is to be answered, and what the answers come to. */
export interface Checklist {
  readonly playbook_id: Id;
  readonly version_id: Id;
  readonly fields: readonly Field[];
  readonly evaluation: Evaluation;
}

/** The most that the cap allows; no quantity while something it follows from is not known. */
export interface Size {
  readonly risk_pct: DecimalText;
  readonly quantity: DecimalText | null;
}

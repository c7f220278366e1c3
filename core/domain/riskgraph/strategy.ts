import { z } from 'zod';
import {
  type Aggregate,
  type FoldedFact,
  type Id,
  type NewFact,
  asJson,
  idSchema,
  instantSchema,
  lineSchema,
  priceSchema,
} from '../kernel/index.ts';
import { LONGEST_CHANGE_REASON, LONGEST_LABEL, LONGEST_UNDERLYING, MOST_STRATEGY_LEGS } from './limits.ts';
import { strategyLegSchema } from './strategyLeg.ts';

const changeTypeSchema = z.enum(['created', 'debit_updated', 'visibility_toggled', 'edited', 'deleted', 'restored']);
const reasonSchema = lineSchema(LONGEST_CHANGE_REASON).nullable();

const MANY_LEGS = `a strategy has at most ${MOST_STRATEGY_LEGS} legs; draw the rest as another`;

/** What a trader says about a strategy, and may say differently later. */
export const strategyTermsSchema = z.strictObject({
  symbol: lineSchema(LONGEST_UNDERLYING).meta({ examples: ['SPX'] }),
  underlying: lineSchema(LONGEST_UNDERLYING).meta({ examples: ['I:SPX'] }),
  legs: z.array(strategyLegSchema).min(1, 'a strategy has at least one leg').max(MOST_STRATEGY_LEGS, MANY_LEGS),
  debit: priceSchema.nullable().describe('Paid for one unit, received is negative; null while nobody has said'),
  visible: z.boolean(),
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/, 'a colour is # and six small hexadecimal digits')
    .nullable(),
  label: lineSchema(LONGEST_LABEL).nullable(),
});

export type StrategyTerms = z.infer<typeof strategyTermsSchema>;

/** One line of the audit trail: what changed, why, and the terms from then on. */
export const versionSchema = z.strictObject({
  version: z.int().min(1),
  change_type: changeTypeSchema,
  reason: reasonSchema,
  debit: strategyTermsSchema.shape.debit,
  visible: strategyTermsSchema.shape.visible,
  label: strategyTermsSchema.shape.label,
  changed_at: instantSchema,
});

export type StrategyVersion = z.infer<typeof versionSchema>;

export const strategySchema = strategyTermsSchema.extend({
  id: idSchema,
  position_id: idSchema.nullable().describe('The position it was drawn from'),
  template_id: idSchema.nullable().describe('The template it was made from'),
  added_at: instantSchema,
  removed_at: instantSchema.nullable(),
  versions: z.array(versionSchema).describe('Oldest first; the last is what is drawn'),
});

export type Strategy = z.infer<typeof strategySchema>;

export const strategyFacts = {
  StrategyAdded: strategyTermsSchema.extend({ position_id: idSchema.nullable(), template_id: idSchema.nullable() }),
  StrategyChanged: strategyTermsSchema.partial().extend({ reason: reasonSchema }),
  StrategyRemoved: z.strictObject({ reason: reasonSchema }),
  StrategyRestored: z.strictObject({ reason: reasonSchema }),
};

type StrategyFacts = { [Type in keyof typeof strategyFacts]: z.infer<(typeof strategyFacts)[Type]> };

export function strategyFact<Type extends keyof StrategyFacts>(id: Id, type: Type, payload: StrategyFacts[Type]): NewFact {
  return { aggregate_type: 'strategy', aggregate_id: id, type, payload: asJson(payload) };
}

export const strategyAggregate: Aggregate<Strategy> = { type: 'strategy', facts: strategyFacts, evolve };

function evolve(strategy: Strategy | undefined, fact: FoldedFact): Strategy {
  const { type, aggregate_id, payload, recorded_at } = fact;
  if (type === 'StrategyAdded') {
    const terms = payload as StrategyFacts['StrategyAdded'];
    return versioned({ id: aggregate_id, ...terms, added_at: recorded_at, removed_at: null, versions: [] }, 'created', null, recorded_at);
  }
  const known = strategy as Strategy;
  const { reason, ...changes } = payload as StrategyFacts['StrategyChanged'];
  if (type === 'StrategyChanged') return versioned({ ...known, ...changes } as Strategy, changeTypeOf(changes), reason, recorded_at);
  if (type === 'StrategyRemoved') return versioned({ ...known, removed_at: recorded_at }, 'deleted', reason, recorded_at);
  return type === 'StrategyRestored' ? versioned({ ...known, removed_at: null }, 'restored', reason, recorded_at) : known;
}

/** A new price or a strategy switched on or off is such a change only where nothing else changed with it. */
function changeTypeOf(changes: object): StrategyVersion['change_type'] {
  const [changed, ...others] = Object.keys(changes);
  if (others.length > 0) return 'edited';
  if (changed === 'debit') return 'debit_updated';
  return changed === 'visible' ? 'visibility_toggled' : 'edited';
}

function versioned(strategy: Strategy, change_type: StrategyVersion['change_type'], reason: string | null, changed_at: string): Strategy {
  const { debit, visible, label, versions } = strategy;
  const version = { version: versions.length + 1, change_type, reason, debit, visible, label, changed_at };
  return { ...strategy, versions: [...versions, version] };
}

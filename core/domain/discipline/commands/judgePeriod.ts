import { z } from 'zod';
import type { AggregateRef, CommandRule, Id, NewFact, Refusal, World } from '../../kernel/index.ts';
import { type Breach, becauseSchema, breachFact } from '../breach.ts';
import { type Finding, breachId, findingSchema } from '../finding.ts';
import { type Judgement, judgementFact, judgementId, periodTerms } from '../judgement.ts';
import { MOST_FINDINGS } from '../limits.ts';
import type { Period } from '../period.ts';
import { refusals } from '../refusals.ts';
import { isSame } from '../same.ts';

export const judgePeriodPayload = z.strictObject({
  ...periodTerms,
  findings: z.array(findingSchema).max(MOST_FINDINGS).describe('All that the period comes to; what is not in it no longer holds'),
  because: becauseSchema,
});

export type JudgePeriod = z.infer<typeof judgePeriodPayload>;

/** Records what is found, and withdraws what no longer holds. */
export const judgePeriod: CommandRule<Judgement | undefined, JudgePeriod> = {
  type: 'JudgePeriod',
  aggregate: 'judgement',
  stance: 'puts',
  payload: judgePeriodPayload,
  reads: ({ state, payload }) => [...(state?.standing ?? []), ...payload.findings.map(breachId)].map(breachRef),
  decide({ aggregate_id, state, payload }, world) {
    const { scope, key, findings, because } = payload;
    const expected = judgementId(payload);
    if (aggregate_id !== expected) return refusals.judgement_id_differs({ judgement_id: aggregate_id, expected_id: expected });
    const problem = findingsProblem(payload);
    if (problem) return problem;
    const found = new Map(findings.map((finding) => [breachId(finding), finding]));
    const facts = [...recorded(found, world), ...withdrawn(state?.standing ?? [], found, because)];
    if (facts.length === 0) return refusals.judgement_unchanged({ scope, key });
    return [...facts, judgementFact({ scope, key, standing: [...found.keys()] })];
  },
};

const breachRef = (id: Id): AggregateRef => ({ aggregate_type: 'breach', aggregate_id: id });

function findingsProblem({ scope, key, findings }: JudgePeriod): Refusal | undefined {
  const elsewhere = findings.find((finding) => finding.scope !== scope || placeOf(finding) !== key);
  if (elsewhere !== undefined) {
    const { rule_key } = elsewhere;
    return refusals.finding_elsewhere({ rule_key, found: `the ${elsewhere.scope} ${placeOf(elsewhere)}`, scope, key });
  }
  const ids = findings.map(breachId);
  const twice = findings.find((_, place) => ids.indexOf(ids[place] ?? '') !== place);
  return twice && refusals.finding_twice({ rule_key: twice.rule_key });
}

function placeOf({ scope, date_or_week, position_ids, account_id }: Finding): Period['key'] {
  if (scope === 'trade') return position_ids[0] ?? '';
  return scope === 'account' ? (account_id ?? '') : date_or_week;
}

function recorded(found: ReadonlyMap<Id, Finding>, world: World): readonly NewFact[] {
  return [...found].flatMap(([id, finding]) => {
    const breach = world.read<Breach>('breach', id);
    if (breach === undefined || breach.withdrawn !== null) return [breachFact(id, 'BreachRecorded', finding)];
    return isSame(findingSchema, breach.finding, finding) ? [] : [breachFact(id, 'BreachChanged', finding)];
  });
}

function withdrawn(standing: readonly Id[], found: ReadonlyMap<Id, Finding>, because: JudgePeriod['because']): readonly NewFact[] {
  return standing.filter((id) => !found.has(id)).map((id) => breachFact(id, 'BreachWithdrawn', { because }));
}

import { settingsSchema, usualSettings } from '@taffrail/domain/phases';
import { expect, it } from 'vitest';
import { draftOf, settingsOf } from './settingsDraft.ts';

it('what is read into the form and written out again says the same', () => {
  expect(settingsOf(draftOf(usualSettings))).toEqual(usualSettings);
});

it('shares are typed in percent, an empty number of trades is no limit, and an empty group asks for nothing', () => {
  const draft = draftOf(usualSettings);
  const { proof } = draft.phases;
  const none = Object.fromEntries(Object.keys(proof.triggers).map((key) => [key, undefined])) as typeof proof.triggers;
  const changed = { ...proof, trades: undefined, criteria: { ...proof.criteria, min_win_rate: '62.5' }, triggers: none };
  const settings = settingsSchema.parse(settingsOf({ ...draft, phases: { ...draft.phases, proof: changed } }));
  expect(settings.proof).toMatchObject({
    max_trades_per_day: 999,
    advancement_criteria: { min_win_rate: '0.625' },
    downgrade_triggers: null,
  });
});

it('what was left half empty is refused where it stands', () => {
  const draft = draftOf(usualSettings);
  const trial = { ...draft.phases.trial, criteria: { ...draft.phases.trial.criteria, min_avg_rr: undefined } };
  const read = settingsSchema.safeParse(settingsOf({ ...draft, phases: { ...draft.phases, trial } }));
  expect(read.error?.issues.map(({ path }) => path.join('.'))).toEqual(['trial.advancement_criteria.min_avg_rr']);
});

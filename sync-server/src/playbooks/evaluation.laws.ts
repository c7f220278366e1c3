import { contentInputSchema, evaluate, gallery, type Content, type Field } from '@taffrail/domain/playbooks';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY, desk } from './testing/desk.ts';

const at = desk();
const contents = gallery.map((playbook) => contentInputSchema.parse(playbook));
const ACCOUNT_CAP = '0.75';

/** What the playbooks of the gallery ask for, by type. */
const good = { boolean: true, number: '3', rating: 4, text: '4512.25, 4490', rich_text: 'In words' } as const;

/** Mostly what is asked for, so that some are kept; else right or wrong, of any type, or nothing. */
const answerTo = ({ type, validation: { options = [] } }: Field) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant(type === 'select' ? options[0] : good[type]) },
    { weight: 1, arbitrary: fc.option(fc.oneof(fc.boolean(), fc.constantFrom(...options, '0', '-1', '1e3', 'In words', ''))) },
  );

const valuesFor = ({ fields }: Content) => fc.record(Object.fromEntries(fields.map((field) => [field.key, answerTo(field)])));

const filledIn = fc
  .nat({ max: contents.length - 1 })
  .chain((which) =>
    fc.record({ which: fc.constant(which), values: valuesFor(contents[which]!), risk: fc.constantFrom(null, '0.3', '0.75', '2') }),
  );

it('a checklist comes to the same on a device, asked for at the door, and kept with its response', async () => {
  const { publish, post, edit, accountId } = at();
  await edit('PATCH', `/api/accounts/${accountId}`, 1, { account_max_risk_pct: ACCOUNT_CAP });
  const templates: string[] = [];
  for (const { fields: schema, ...playbook } of gallery) templates.push((await publish({ ...playbook, schema })).body.id);

  await fc.assert(
    fc.asyncProperty(filledIn, async ({ which, values, risk }) => {
      const given = { template_id: templates[which], values, intended_risk_pct: risk };
      const here = evaluate(contents[which]!, values, { account_max_risk_pct: ACCOUNT_CAP, intended_risk_pct: risk });
      expect((await post('/api/playbooks/evaluate', { ...given, account_max_risk_pct: ACCOUNT_CAP })).body).toEqual(here);

      const kept = await post(`/api/journal/${DAY}/instrument/SPX/playbook-response`, { ...given, account_id: accountId });
      if (here.fields.some(({ problem }) => problem !== null))
        expect(kept).toMatchObject({ status: 422, body: { code: 'answer_not_taken' } });
      else {
        const { grade: computed_grade, ...sums } = here;
        expect(kept.body).toMatchObject({ computed_grade, ...sums });
      }
    }),
  );
});

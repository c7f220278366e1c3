import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentInputSchema } from './content.ts';
import { playbookFile, playbookFromFile } from './interchange.ts';
import { content, contentInput } from './testing/contents.ts';

const stranger = fc.dictionary(
  fc.constantFrom('id', 'user_id', 'is_active', 'created_at', '__proto__', 'constructor', 'on_click'),
  fc.jsonValue({ maxDepth: 1 }),
);

describe('a playbook as a file', () => {
  it('is the same when it comes back', () => {
    fc.assert(
      fc.property(content, (playbook) => {
        expect(playbookFromFile(JSON.parse(JSON.stringify(playbookFile(playbook))))).toEqual(playbook);
      }),
    );
  });

  it('is the same whatever else is in it', () => {
    fc.assert(
      fc.property(content, stranger, (playbook, other) => {
        const fields = playbook.fields.map((field) => ({ ...other, ...field, validation: { ...other, ...field.validation } }));
        const grade_thresholds = { ...other, ...playbook.grade_thresholds };
        const risk_schedule = { ...other, ...playbook.risk_schedule };
        const file = playbookFile({ ...other, ...playbook, grade_thresholds, risk_schedule, fields });
        expect(playbookFromFile({ ...other, ...file })).toEqual(playbook);
      }),
    );
  });

  it('may stand alone, with its fields under another name', () => {
    fc.assert(
      fc.property(contentInput, ({ fields, ...head }) => {
        expect(playbookFromFile({ ...head, schema: fields, version: 3, is_active: true })).toEqual(
          contentInputSchema.parse({ ...head, fields }),
        );
      }),
    );
  });
});

import type { Field, PlaybookVersion } from '@taffrail/domain/playbooks';
import { list as words } from '../../words/index.ts';

/** What a list can be filtered by; what was written in words it does not have. */
const listed: ReadonlySet<Field['type']> = new Set<Field['type']>(['boolean', 'select', 'number', 'rating']);

/**
 * What the latest version asks, and then what trades answered in versions before it: an answer does not go away because nobody asks for it any
 * more. Versions come newest first.
 */
export function listedFields([latest, ...earlier]: readonly PlaybookVersion[]): readonly Field[] {
  const asked = fieldsIn(latest);
  const past = earlier.flatMap(fieldsIn);
  const isAsked = new Set(asked.map(({ key }) => key));
  const gone = new Map(past.toReversed().flatMap((field) => (isAsked.has(field.key) ? [] : [[field.key, field] as const])));
  return [...asked, ...[...gone.values()].map((field) => ({ ...field, label: words.noLongerAsked(field.label) }))].map((field) =>
    withOptionsOf(field, past),
  );
}

const fieldsIn = (version: PlaybookVersion | undefined): readonly Field[] =>
  (version?.content.fields ?? []).filter(({ type }) => listed.has(type));

/** A choice that was taken out was made while it was there. */
function withOptionsOf(field: Field, past: readonly Field[]): Field {
  if (field.type !== 'select') return field;
  const once = past.filter(({ key, type }) => key === field.key && type === 'select');
  const options = [field, ...once].flatMap(({ validation }) => validation.options ?? []);
  return { ...field, validation: { ...field.validation, options: [...new Set(options)] } };
}

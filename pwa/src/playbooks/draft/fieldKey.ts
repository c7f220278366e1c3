import { fieldKeySchema } from '@taffrail/domain/playbooks';

const UNSAYABLE = 'field';
/** What is made from a label stays short enough to be read; a key that somebody thinks of may be longer. */
const LONGEST_STEM = 60;

/** What a field goes by in answers and files: made from its label, so that nobody has to think of one. */
export function keyFor(label: string, taken: ReadonlySet<string>): string {
  const stem = stemOf(label);
  const isFree = (key: string): boolean => !taken.has(key) && fieldKeySchema.safeParse(key).success;
  let key = stem;
  for (let n = 2; !isFree(key); n++) key = `${stem}_${n}`;
  return key;
}

/** Whether it was made from this label and not thought of by somebody. */
export function isMadeFrom(label: string, key: string): boolean {
  const stem = stemOf(label);
  return key === '' || key === stem || (key.startsWith(`${stem}_`) && /^\d+$/.test(key.slice(stem.length + 1)));
}

function stemOf(label: string): string {
  const plain = label.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
  const words = plain.replaceAll(/[^a-z0-9]+/g, '_').replace(/^[^a-z]+/, '');
  return words.slice(0, LONGEST_STEM).replace(/_+$/, '') || UNSAYABLE;
}

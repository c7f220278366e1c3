import { richTextSchema, type RichText } from '@taffrail/domain/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { commentText, kindOf, openDocument, richTextIn, setRichText, type DocumentKind } from '../index.ts';

const kind = kindOf('response/0194d7c0-0000-8000-8000-00000000000a') as DocumentKind;
const partOfNew = (): Y.XmlFragment => commentText(openDocument(kind), 'trend');

const words = fc.stringMatching(/^[ -~äß€]{1,6}$/);
const marks = fc
  .subarray(['strong', 'em', 'strike', 'code'])
  .map((types) => types.map((type) => ({ type })))
  .chain((plain) => fc.constantFrom(plain, [{ type: 'link', attrs: { href: 'https://example.org/x' } }, ...plain]));
const run = fc
  .record({ type: fc.constant('text'), text: words, marks })
  .map(({ marks: some, ...rest }) => (some.length > 0 ? { ...rest, marks: some } : rest));
/** Breaks keep runs apart that would otherwise be one. */
const runs = fc
  .array(run, { minLength: 1, maxLength: 3 })
  .map((some) => some.flatMap((one, n) => (n === 0 ? [one] : [{ type: 'hard_break' }, one])));
const line = fc.oneof(
  fc.record({ type: fc.constant('paragraph'), content: runs }),
  fc.constant({ type: 'paragraph' }),
  fc.record({ type: fc.constant('heading'), attrs: fc.record({ level: fc.constantFrom(2, 3) }), content: runs }),
);
const lines = fc.array(line, { minLength: 1, maxLength: 2 });
const block = fc.oneof(
  line,
  fc.record({ type: fc.constant('blockquote'), content: lines }),
  fc.record({
    type: fc.constantFrom('bullet_list', 'ordered_list'),
    content: fc.array(fc.record({ type: fc.constant('list_item'), content: lines }), { minLength: 1, maxLength: 2 }),
  }),
);
const page = fc.record({ type: fc.constant('doc'), content: fc.array(block, { minLength: 1, maxLength: 4 }) });

test('rich text put into a document is read as it was', () => {
  fc.assert(
    fc.property(page, (given) => {
      const text: RichText = richTextSchema.parse(given);
      const part = partOfNew();
      setRichText(part, text);
      expect(richTextIn(part)).toEqual(text);
    }),
    { numRuns: 100 },
  );
});

const name = fc.constantFrom(
  'paragraph',
  'heading',
  'blockquote',
  'bullet_list',
  'check_list',
  'check_item',
  'code_block',
  'picture',
  'script',
);
interface Tree {
  readonly name: string;
  readonly text: string;
  readonly inside: readonly Tree[];
}
const said = { name, text: fc.constantFrom('', 'x', 'a\nb\tc') };
const leaf: fc.Arbitrary<Tree> = fc.record({ ...said, inside: fc.constant<Tree[]>([]) });
const tree = [1, 2, 3].reduce<fc.Arbitrary<Tree>>((inner) => fc.record({ ...said, inside: fc.array(inner, { maxLength: 2 }) }), leaf);

function grown({ name: nodeName, text, inside }: Tree): Y.XmlElement {
  const element = new Y.XmlElement(nodeName);
  element.insert(0, [new Y.XmlText(text), ...inside.map(grown)]);
  return element;
}

test('whatever elements a document holds, what is read of it is rich text', () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 3 }), (trees) => {
      const part = partOfNew();
      part.push(trees.map(grown));
      const text = richTextIn(part);
      const problem = richTextSchema.safeParse(text).error?.issues[0]?.message ?? '';
      // It may be too much of it; that is for the trader to shorten.
      expect(problem.replace(/^rich text (is nested at most|has at most) .*/, '')).toBe('');
    }),
    { numRuns: 100 },
  );
});

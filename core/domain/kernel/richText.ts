import { z } from 'zod';
import { runSchema } from './text.ts';

/**
 * Text with a shape: a closed set of nodes and marks as data, in the form and with the names that editors use. What is not in
 * the set is refused, so there is nothing in it that loads, runs or hides.
 */
export interface RichText {
  readonly type: 'doc';
  readonly content: readonly RichTextBlock[];
}

export type RichTextBlock =
  | { readonly type: 'paragraph'; readonly content?: readonly RichTextRun[] }
  | { readonly type: 'heading'; readonly attrs: { readonly level: 2 | 3 }; readonly content?: readonly RichTextRun[] }
  | { readonly type: 'blockquote'; readonly content: readonly RichTextBlock[] }
  | { readonly type: 'bullet_list' | 'ordered_list'; readonly content: readonly RichTextItem[] };

interface RichTextItem {
  readonly type: 'list_item';
  readonly content: readonly RichTextBlock[];
}

export type RichTextRun =
  | { readonly type: 'hard_break' }
  | { readonly type: 'text'; readonly text: string; readonly marks?: readonly Mark[] };

type Mark = z.infer<typeof markSchema>;

const LONGEST_RICH_TEXT = 10_000;
const MOST_NODES = 2_000;
const DEEPEST = 8;
const LONGEST_ADDRESS = 2_000;

const addressSchema = z
  .string('must be an address')
  .max(LONGEST_ADDRESS, `an address is at most ${LONGEST_ADDRESS} characters long`)
  .regex(/^(?:https?:\/\/|mailto:)[\x21-\x7e]+$/i, 'a link goes to http, https or mailto, and is written without spaces');

const markSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['strong', 'em', 'strike', 'code']) }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: addressSchema }) }),
]);

const marksSchema = z
  .array(markSchema)
  .refine((marks) => new Set(marks.map(({ type }) => type)).size === marks.length, 'the same mark is there twice');

const runsSchema = z.array(
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('hard_break') }),
    z.strictObject({ type: z.literal('text'), text: runSchema(), marks: z.exactOptional(marksSchema) }),
  ]),
);

const blockSchema: z.ZodType<RichTextBlock> = z.lazy(() =>
  z.discriminatedUnion(
    'type',
    [
      z.strictObject({ type: z.literal('paragraph'), content: z.exactOptional(runsSchema) }),
      z.strictObject({
        type: z.literal('heading'),
        attrs: z.strictObject({ level: z.literal([2, 3]) }),
        content: z.exactOptional(runsSchema),
      }),
      z.strictObject({ type: z.literal('blockquote'), content: z.array(blockSchema).min(1) }),
      z.strictObject({ type: z.enum(['bullet_list', 'ordered_list']), content: z.array(itemSchema).min(1) }),
    ],
    'rich text is made of paragraphs, headings, blockquotes and lists',
  ),
);

const itemSchema = z.strictObject({ type: z.literal('list_item'), content: z.array(blockSchema).min(1) });

const documentSchema = z.strictObject({ type: z.literal('doc'), content: z.array(blockSchema).min(1) });

/** Takes rich text, or a plain string, whose lines become paragraphs. */
export const richTextSchema = z
  .union([z.string(), z.looseObject({ type: z.literal('doc') })], 'must be text, or rich text as {"type":"doc","content":[…]}')
  .transform((input, context): RichText => {
    const given: unknown = typeof input === 'string' ? richTextOf(input) : input;
    // Measured first, without recursion: whatever is deep or endless never reaches what walks down into it.
    const problem = sizeProblem(given);
    if (problem !== undefined) return refuse(context, [], problem);
    const read = documentSchema.safeParse(given);
    if (read.success) return read.data;
    const issue = read.error.issues[0];
    return refuse(context, issue?.path ?? [], issue?.message ?? 'not understood');
  });

function refuse(context: z.RefinementCtx, path: readonly PropertyKey[], message: string) {
  context.addIssue({ code: 'custom', path: [...path], message });
  return z.NEVER;
}

function sizeProblem(given: unknown): string | undefined {
  let layer: unknown[] = [given];
  let nodes = 0;
  let characters = 0;
  for (let depth = 0; layer.length > 0; depth++) {
    if (depth > DEEPEST) return `rich text is nested at most ${DEEPEST} levels deep`;
    nodes += layer.length;
    if (nodes > MOST_NODES) return `rich text has at most ${MOST_NODES} parts`;
    for (const node of layer) characters += lettersIn(node);
    if (characters > LONGEST_RICH_TEXT) return `rich text has at most ${LONGEST_RICH_TEXT} characters; this has more`;
    layer = layer.flatMap((node) => listAt(node, 'content'));
  }
  return undefined;
}

/** What a node says itself, addresses included, which are read by nobody and take room all the same. */
function lettersIn(node: unknown): number {
  const hrefs = listAt(node, 'marks').map((mark) => textAt(valueAt(mark, 'attrs'), 'href'));
  return [textAt(node, 'text'), ...hrefs].reduce((sum, text) => sum + text.length, 0);
}

function valueAt(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

function listAt(value: unknown, name: string): readonly unknown[] {
  const list = valueAt(value, name);
  return Array.isArray(list) ? list : [];
}

function textAt(value: unknown, name: string): string {
  const text = valueAt(value, name);
  return typeof text === 'string' ? text : '';
}

export function richTextOf(text: string): RichText {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const paragraphs = lines
    .filter((line) => line !== '')
    .map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }) as const);
  return { type: 'doc', content: paragraphs.length > 0 ? paragraphs : [{ type: 'paragraph' }] };
}

/** The words alone, a line for each block: to search, to print, and to see whether anything is said. */
export function wordsOf({ content }: Pick<RichText, 'content'>): string {
  return content.map(wordsOfBlock).join('\n').trim();
}

function wordsOfBlock(block: RichTextBlock): string {
  if (block.type === 'blockquote') return wordsOf(block);
  if (block.type === 'bullet_list' || block.type === 'ordered_list') return block.content.map(wordsOf).join('\n');
  return (block.content ?? []).map((run) => (run.type === 'text' ? run.text : '\n')).join('');
}

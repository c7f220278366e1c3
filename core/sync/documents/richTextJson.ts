import type { RichText, RichTextBlock, RichTextRun } from '@taffrail/domain/kernel';
import * as Y from 'yjs';

/**
 * Text as an editor keeps it in a document, as the data that facts hold. Names are the same in both. What facts do not hold is
 * told by what comes nearest: boxes as points of a list, code as marked lines, and whatever else lies around text is left away.
 */
export function richTextIn(part: Y.XmlFragment): RichText {
  const content = blocksIn(part);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

/** Instead of whatever the part said before. */
export function setRichText(part: Y.XmlFragment, { content }: RichText): void {
  part.delete(0, part.length);
  part.push(content.map(elementOf));
}

type Child = ReturnType<Y.XmlFragment['toArray']>[number];

/** Anybody who may write can put other things than elements and text here. */
const childrenOf = (holder: Y.XmlFragment): Child[] => holder.toArray();

function blocksIn(holder: Y.XmlFragment): RichTextBlock[] {
  return childrenOf(holder).flatMap((child) => {
    if (child instanceof Y.XmlElement) return blocksOf(child);
    return child instanceof Y.XmlText ? [line({ type: 'paragraph' }, runsOf(child))] : [];
  });
}

function blocksOf(element: Y.XmlElement): RichTextBlock[] {
  switch (element.nodeName) {
    case 'paragraph':
      return [line({ type: 'paragraph' }, runsIn(element))];
    case 'heading':
      return [line({ type: 'heading', attrs: { level: Number(attributeOf(element, 'level')) === 3 ? 3 : 2 } }, runsIn(element))];
    case 'code_block':
      return [line({ type: 'paragraph' }, runsIn(element).map(asCode))];
    case 'blockquote':
      return filled(blocksIn(element), (content) => ({ type: 'blockquote', content }));
    case 'bullet_list':
    case 'check_list':
      return filled(itemsIn(element), (content) => ({ type: 'bullet_list', content }));
    case 'ordered_list':
      return filled(itemsIn(element), (content) => ({ type: 'ordered_list', content }));
    default:
      return blocksIn(element);
  }
}

type Item = Extract<RichTextBlock, { type: 'bullet_list' | 'ordered_list' }>['content'][number];

function itemsIn(list: Y.XmlElement): Item[] {
  const items = childrenOf(list).filter((child) => child instanceof Y.XmlElement);
  return items.flatMap((item) => filled(blocksIn(item), (content) => ({ type: 'list_item', content })));
}

/** What is made of nothing is left away. */
const filled = <Inner, Outer>(content: readonly Inner[], make: (content: readonly Inner[]) => Outer): Outer[] =>
  content.length > 0 ? [make(content)] : [];

type Line = Extract<RichTextBlock, { type: 'paragraph' | 'heading' }>;

const line = (block: Line, content: readonly RichTextRun[]): Line => (content.length > 0 ? { ...block, content } : block);

function attributeOf(element: Y.XmlElement, name: string): unknown {
  return element.getAttribute(name);
}

function runsIn(holder: Y.XmlElement): RichTextRun[] {
  return childrenOf(holder).flatMap((child): RichTextRun[] => {
    if (child instanceof Y.XmlText) return runsOf(child);
    return child instanceof Y.XmlElement && child.nodeName === 'hard_break' ? [{ type: 'hard_break' }] : [];
  });
}

interface Piece {
  readonly insert: unknown;
  readonly attributes?: { readonly [name: string]: unknown };
}

function runsOf(text: Y.XmlText): RichTextRun[] {
  return (text.toDelta() as readonly Piece[]).flatMap(({ insert, attributes = {} }) =>
    typeof insert === 'string' ? linesOf(insert, marksOf(attributes)) : [],
  );
}

type Marks = Extract<RichTextRun, { type: 'text' }>['marks'];

function linesOf(text: string, marks: Marks): RichTextRun[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((words, at): RichTextRun[] => {
    const run: RichTextRun[] = words === '' ? [] : [{ type: 'text', text: words.replaceAll('\t', ' '), ...(marks && { marks }) }];
    return at === 0 ? run : [{ type: 'hard_break' }, ...run];
  });
}

const plainMarks = ['strong', 'em', 'strike', 'code'] as const;

function marksOf(attributes: { readonly [name: string]: unknown }): Marks {
  const href = (attributes['link'] as { readonly href?: unknown } | null | undefined)?.href;
  const link = typeof href === 'string' ? [{ type: 'link', attrs: { href } } as const] : [];
  const marks = [...link, ...plainMarks.filter((type) => Object.hasOwn(attributes, type)).map((type) => ({ type }))];
  return marks.length > 0 ? marks : undefined;
}

const asCode = (run: RichTextRun): RichTextRun => (run.type === 'text' ? { ...run, marks: [{ type: 'code' }] } : run);

function elementOf(block: RichTextBlock | Item): Y.XmlElement {
  const element = new Y.XmlElement<{ level: number }>(block.type);
  if (block.type === 'heading') element.setAttribute('level', block.attrs.level);
  element.insert(0, block.type === 'paragraph' || block.type === 'heading' ? inlineOf(block.content ?? []) : block.content.map(elementOf));
  return element as Y.XmlElement;
}

/** Text between two breaks is one piece, as editors write it. */
function inlineOf(runs: readonly RichTextRun[]): (Y.XmlElement | Y.XmlText)[] {
  const inline: (Y.XmlElement | Y.XmlText)[] = [];
  let delta: Piece[] = [];
  const end = (): void => {
    if (delta.length > 0) inline.push(textOf(delta));
    delta = [];
  };
  for (const run of runs) {
    if (run.type === 'text') delta.push({ insert: run.text, attributes: attributesOf(run.marks) });
    else {
      end();
      inline.push(new Y.XmlElement('hard_break'));
    }
  }
  end();
  return inline;
}

function textOf(delta: readonly Piece[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta([...delta]);
  return text;
}

const attributesOf = (marks: Marks = []): { readonly [name: string]: unknown } =>
  Object.fromEntries(marks.map((mark) => [mark.type, mark.type === 'link' ? mark.attrs : {}]));

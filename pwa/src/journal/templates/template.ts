import { Fragment, type Node } from 'prosemirror-model';
import { firstTemplates } from '../../words/index.ts';
import { pageSchema } from '../editor/schema.ts';

/** What a page can begin with. */
export interface Template {
  readonly name: string;
  readonly content: Fragment;
}

/** Boxes are named when they are inserted, so that the same template twice on a page is two checklists. */
export const givenTemplates: readonly Template[] = firstTemplates.map(({ name, lines }) => ({
  name,
  content: Fragment.from(grouped(lines)),
}));

type Line = (typeof firstTemplates)[number]['lines'][number];

function grouped(lines: readonly Line[]): Node[] {
  const blocks: Node[] = [];
  for (const { as, text } of lines) {
    const paragraph = pageSchema.node('paragraph', null, text === '' ? [] : [pageSchema.text(text)]);
    const last = blocks.at(-1);
    if (as === 'heading') blocks.push(pageSchema.node('heading', { level: 2 }, paragraph.content));
    else if (as === 'text') blocks.push(paragraph);
    else {
      const item = pageSchema.node('check_item', null, [paragraph]);
      const isGoingOn = last?.type.name === 'check_list';
      if (isGoingOn) blocks.pop();
      blocks.push(pageSchema.node('check_list', null, isGoingOn ? last.content.addToEnd(item) : item));
    }
  }
  return blocks;
}

/** A document of the kind, read as a template: its first line is its name, and without one it is gone. */
export function templateIn(doc: Node): Template | undefined {
  const name = doc.firstChild?.textContent.trim() ?? '';
  if (name === '') return undefined;
  return { name, content: withoutBoxes(doc.content.cut(doc.firstChild?.nodeSize ?? 0)) };
}

/** The names of its boxes belong to the page they stand on. */
function withoutBoxes(content: Fragment): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    const inner = node.isText ? node : node.copy(withoutBoxes(node.content));
    nodes.push(node.type.name === 'check_item' ? node.type.create({ box: null }, inner.content) : inner);
  });
  return Fragment.from(nodes);
}

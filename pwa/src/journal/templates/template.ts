import { Fragment, type Node } from 'prosemirror-model';
import { firstTemplates } from '../../words/index.ts';
import { pageSchema } from '../editor/schema.ts';

/** What a page can begin with. */
export interface Template {
  readonly name: string;
  readonly content: Fragment;
}

export const givenTemplates: readonly Template[] = firstTemplates.map(({ name, parts }) => ({
  name,
  content: Fragment.from(parts.flatMap(blocksOf)),
}));

/** Boxes are named when they are inserted, so that the same template twice on a page is two checklists. */
function blocksOf({ heading, checks }: (typeof firstTemplates)[number]['parts'][number]): Node[] {
  const title = pageSchema.node('heading', { level: 2 }, pageSchema.text(heading));
  const items = checks?.map((check) => pageSchema.node('check_item', null, [pageSchema.node('paragraph', null, pageSchema.text(check))]));
  return [title, items === undefined ? pageSchema.node('paragraph') : pageSchema.node('check_list', null, items)];
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

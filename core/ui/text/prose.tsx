import type { RichText, RichTextBlock, RichTextRun } from '@taffrail/domain/kernel';
import { createElement, type ComponentChildren } from 'preact';
import css from './prose.module.css';

/** Text with a shape, to be read. It is data of a closed set, so nothing in it becomes markup that is not written here. */
export function Prose({ text }: { readonly text: RichText }) {
  return createElement('div', { class: css.prose }, ...text.content.map(drawn));
}

function drawn(block: RichTextBlock): ComponentChildren {
  if (block.type === 'paragraph') return createElement('p', null, ...inline(block.content));
  // What somebody wrote beside something is no heading of the page it is shown on.
  if (block.type === 'heading') return createElement('p', { class: css.heading }, ...inline(block.content));
  if (block.type === 'blockquote') return createElement('blockquote', null, ...block.content.map(drawn));
  const items = block.content.map(({ content }) => createElement('li', null, ...content.map(drawn)));
  return createElement(block.type === 'bullet_list' ? 'ul' : 'ol', null, ...items);
}

function inline(runs: readonly RichTextRun[] = []): readonly ComponentChildren[] {
  return runs.map((run) => (run.type === 'hard_break' ? createElement('br', null) : (run.marks ?? []).reduce(marked, run.text)));
}

type Mark = NonNullable<Extract<RichTextRun, { type: 'text' }>['marks']>[number];

const elements = { strong: 'strong', em: 'em', strike: 's', code: 'code' } as const;

function marked(inside: ComponentChildren, mark: Mark): ComponentChildren {
  if (mark.type !== 'link') return createElement(elements[mark.type], null, inside);
  return createElement('a', { href: mark.attrs.href, rel: 'noopener noreferrer nofollow', target: '_blank' }, inside);
}

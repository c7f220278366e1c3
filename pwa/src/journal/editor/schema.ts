import { hashSchema } from '@taffrail/domain/attachments';
import { Schema, type MarkSpec, type NodeSpec } from 'prosemirror-model';
import { safeAddress } from './address.ts';

/** Everything a page can hold. Whatever is pasted becomes this or is left out, and nothing here loads anything or runs anything. */

const nodes: { readonly [name: string]: NodeSpec } = {
  doc: { content: 'block+' },
  paragraph: { content: 'inline*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
  heading: {
    content: 'inline*',
    group: 'block',
    defining: true,
    attrs: { level: { default: 2 } },
    // A page has one title, which is the day's; what is pasted as one begins a level below.
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.min(Math.max(level, 2), 3) } })),
    toDOM: ({ attrs }) => [attrs['level'] === 3 ? 'h3' : 'h2', 0],
  },
  blockquote: { content: 'block+', group: 'block', defining: true, parseDOM: [{ tag: 'blockquote' }], toDOM: () => ['blockquote', 0] },
  code_block: {
    content: 'text*',
    marks: '',
    group: 'block',
    code: true,
    defining: true,
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
    toDOM: () => ['pre', ['code', 0]],
  },
  bullet_list: { content: 'list_item+', group: 'block', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
  ordered_list: { content: 'list_item+', group: 'block', parseDOM: [{ tag: 'ol' }], toDOM: () => ['ol', 0] },
  list_item: { content: 'paragraph block*', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
  check_list: {
    content: 'check_item+',
    group: 'block',
    parseDOM: [{ tag: 'ul[data-checks]', priority: 60 }],
    toDOM: () => ['ul', { 'data-checks': '' }, 0],
  },
  /** Whether it is ticked is no part of the text: the page keeps that beside it, by the name of the box. */
  check_item: {
    content: 'paragraph block*',
    defining: true,
    attrs: { box: { default: null } },
    parseDOM: [{ tag: 'li[data-check]', priority: 60 }],
    toDOM: () => ['li', { 'data-check': '' }, 0],
  },
  /** By its hash, so that no page can make a browser ask anybody for anything. */
  picture: {
    group: 'block',
    atom: true,
    draggable: true,
    attrs: { hash: { default: null }, alt: { default: '' } },
    parseDOM: [{ tag: 'figure[data-picture]', getAttrs: pictureIn }],
    toDOM: ({ attrs }) => ['figure', { 'data-picture': String(attrs['hash']), 'data-alt': String(attrs['alt']) }],
  },
  hard_break: { inline: true, group: 'inline', selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
  text: { group: 'inline' },
};

function pictureIn(element: HTMLElement): { hash: string; alt: string } | false {
  const hash = hashSchema.safeParse(element.dataset['picture']);
  return hash.success && { hash: hash.data, alt: element.dataset['alt'] ?? '' };
}

const marks: { readonly [name: string]: MarkSpec } = {
  link: {
    attrs: { href: { default: '' } },
    inclusive: false,
    parseDOM: [{ tag: 'a[href]', getAttrs: linkIn }],
    toDOM: ({ attrs }) => ['a', { ...hrefOf(attrs['href']), rel: 'noopener noreferrer nofollow', target: '_blank' }, 0],
  },
  strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
  em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  strike: { parseDOM: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }], toDOM: () => ['s', 0] },
  code: { code: true, parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
};

function linkIn(element: HTMLElement): { href: string } | false {
  const href = safeAddress(element.getAttribute('href'));
  return href !== undefined && { href };
}

function hrefOf(given: unknown): { href?: string } {
  const href = safeAddress(given);
  return href === undefined ? {} : { href };
}

export const pageSchema = new Schema({ nodes, marks });

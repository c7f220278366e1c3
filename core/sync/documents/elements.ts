import * as Y from 'yjs';
import type { OpenDocument } from './document.ts';
import { bodyOf, type TextPart } from './richText.ts';

/** What a text of a document is made of: the names of its elements and of its formatting. */
export function madeOf(document: OpenDocument, text: TextPart = bodyOf(document)): ReadonlySet<string> {
  const names = new Set<string>();
  let layer: readonly unknown[] = text.toArray();
  while (layer.length > 0) {
    for (const name of layer.flatMap(namesOf)) names.add(name);
    layer = layer.flatMap((part) => (part instanceof Y.XmlElement ? part.toArray() : []));
  }
  return names;
}

function namesOf(part: unknown): string[] {
  if (part instanceof Y.XmlElement) return [part.nodeName];
  return part instanceof Y.XmlText ? formatsOf(part) : [];
}

/** Editors number what may lie on the same text more than once, behind two hyphens. */
function formatsOf(text: Y.XmlText): string[] {
  const runs = text.toDelta() as readonly { readonly attributes?: object }[];
  return runs.flatMap(({ attributes }) => Object.keys(attributes ?? {})).map((name) => name.split('--', 1).join());
}

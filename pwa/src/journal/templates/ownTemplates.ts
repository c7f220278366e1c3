import type { Documents } from '@taffrail/replica/documents';
import { bodyOf } from '@taffrail/sync';
import type { Node } from 'prosemirror-model';
import { initProseMirrorDoc, prosemirrorToYXmlFragment } from 'y-prosemirror';
import { isReadable } from '../editor/readable.ts';
import { pageSchema } from '../editor/schema.ts';
import { templateIn, type Template } from './template.ts';

const KIND = 'template';

/** The trader's own, by name. */
export async function ownTemplates(documents: Documents): Promise<readonly Template[]> {
  const found: Template[] = [];
  for (const name of await documents.names(KIND)) {
    const held = await documents.open(name);
    const template = isReadable(held.document) ? templateIn(initProseMirrorDoc(bodyOf(held.document), pageSchema).doc) : undefined;
    await held.letGo();
    if (template) found.push(template);
  }
  return found.toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Keeps a page as a template. Written once, by somebody who asked for it, and a document like any other from then on. */
export async function keepTemplate(documents: Documents, id: string, doc: Node): Promise<void> {
  const held = await documents.open(`${KIND}/${id}`);
  prosemirrorToYXmlFragment(doc, bodyOf(held.document));
  await held.letGo();
}

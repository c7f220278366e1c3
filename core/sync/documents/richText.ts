import * as Y from 'yjs';
import type { OpenDocument } from './document.ts';

/** Text in paragraphs, in the form that editors for Yjs bind to. */
const PART = 'body';

export function addParagraph({ content }: OpenDocument, text: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  content.getXmlFragment(PART).push([paragraph]);
}

export function paragraphsOf({ content }: OpenDocument): string[] {
  return content
    .getXmlFragment(PART)
    .toArray()
    .flatMap((paragraph) => (paragraph instanceof Y.XmlElement ? [textIn(paragraph)] : []));
}

const textIn = (paragraph: Y.XmlElement): string =>
  paragraph
    .toArray()
    .flatMap((part) => (part instanceof Y.XmlText ? [part.toJSON()] : []))
    .join('');

import * as Y from 'yjs';
import type { OpenDocument } from './document.ts';

/** Text in paragraphs, in the form that editors for Yjs bind to. */
const PART = 'body';

/** What an editor binds to. */
export type TextPart = Y.XmlFragment;

export const bodyOf = ({ content }: OpenDocument): TextPart => content.getXmlFragment(PART);

/** Calls back after every change of the text, from wherever it came. Returns how to stop. */
export function onText(document: OpenDocument, listener: () => void): () => void {
  const body = bodyOf(document);
  body.observeDeep(listener);
  return () => body.unobserveDeep(listener);
}

export function addParagraph(document: OpenDocument, text: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  bodyOf(document).push([paragraph]);
}

/** Says something else altogether: for a document of a few lines that nobody edits letter by letter. */
export function setParagraphs(document: OpenDocument, lines: readonly string[]): void {
  const body = bodyOf(document);
  document.content.transact(() => {
    body.delete(0, body.length);
    for (const line of lines) addParagraph(document, line);
  });
}

export function paragraphsOf(document: OpenDocument): string[] {
  return bodyOf(document)
    .toArray()
    .flatMap((paragraph) => (paragraph instanceof Y.XmlElement ? [textIn(paragraph)] : []));
}

const textIn = (paragraph: Y.XmlElement): string =>
  paragraph
    .toArray()
    .flatMap((part) => (part instanceof Y.XmlText ? [part.toJSON()] : []))
    .join('');

import { hashSchema } from '@taffrail/domain/attachments';
import type { Files } from '@taffrail/replica';
import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';
import { journal } from '../../words/index.ts';
import { watchFile } from '../attachments/watchFile.ts';

/** A picture in the text, from this device or fetched with the trader's own session; never from an address the page names. */
export function pictureView(node: Node, files: Files): NodeView {
  const dom = document.createElement('figure');
  const alt = String(node.attrs['alt']);
  const hash = hashSchema.safeParse(node.attrs['hash']);
  let url: string | undefined;

  function show(file: Blob | undefined): void {
    if (!file) {
      dom.classList.add('missing');
      dom.textContent = journal.pictureGone;
      return;
    }
    url = URL.createObjectURL(file);
    const picture = document.createElement('img');
    picture.src = url;
    picture.alt = alt || journal.picture;
    dom.classList.remove('missing');
    dom.replaceChildren(picture);
  }

  dom.dataset['picture'] = String(node.attrs['hash']);
  const stop = hash.success ? watchFile(files, hash.data, 'whole', show) : () => {};
  if (!hash.success) show(undefined);

  return {
    dom,
    ignoreMutation: () => true,
    update: (next) => next.type === node.type && next.attrs['hash'] === node.attrs['hash'] && next.attrs['alt'] === node.attrs['alt'],
    destroy() {
      stop();
      if (url !== undefined) URL.revokeObjectURL(url);
    },
  };
}

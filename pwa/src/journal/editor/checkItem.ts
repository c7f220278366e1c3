import { onTicks, setTick, ticksOf, type OpenDocument } from '@taffrail/sync';
import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';
import { journal } from '../../words/index.ts';

/** What is ticked on a page, and by which device it is ticked here. */
export interface Ticking {
  isTicked(box: string): boolean;
  tick(box: string, ticked: boolean): void;
  onChange(listener: () => void): () => void;
  close(): void;
}

/** All boxes of a page listen to one reading of its ticks. */
export function openTicking(document: OpenDocument, device: string): Ticking {
  const listeners = new Set<() => void>();
  let ticks = ticksOf(document);
  const stop = onTicks(document, () => {
    ticks = ticksOf(document);
    for (const listener of listeners) listener();
  });
  return {
    isTicked: (box) => ticks.get(box) ?? false,
    tick: (box, ticked) => setTick(document, device, box, ticked),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: stop,
  };
}

/** A line with a box before it. */
export function checkItemView(first: Node, ticking: Ticking, isReadOnly: boolean): NodeView {
  const dom = document.createElement('li');
  const box = document.createElement('input');
  const contentDOM = document.createElement('div');
  let node = first;
  dom.dataset['check'] = '';
  box.type = 'checkbox';
  box.disabled = isReadOnly;
  box.contentEditable = 'false';
  dom.append(box, contentDOM);
  const show = (): void => {
    box.checked = ticking.isTicked(nameOf(node));
    dom.classList.toggle('ticked', box.checked);
    // Its own line, without what is listed below it.
    box.setAttribute('aria-label', node.firstChild?.textContent.trim() || journal.tick);
  };
  box.addEventListener('change', () => ticking.tick(nameOf(node), box.checked));
  const stop = ticking.onChange(show);
  show();

  return {
    dom,
    contentDOM,
    update(next) {
      if (next.type !== node.type) return false;
      node = next;
      show();
      return true;
    },
    // The box belongs to whoever taps it, the line to the editor.
    stopEvent: (event) => event.target === box,
    ignoreMutation: (mutation) => !contentDOM.contains(mutation.target),
    destroy: stop,
  };
}

const nameOf = (node: Node): string => String(node.attrs['box']);

type Styles = { readonly [property: string]: string };

const pane: Styles = {
  all: 'initial',
  position: 'fixed',
  inset: '0',
  width: '100vw',
  height: '100vh',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'transparent',
  cursor: 'crosshair',
  'z-index': '2147483647',
  'pointer-events': 'auto',
};
const frame: Styles = {
  all: 'initial',
  position: 'absolute',
  'box-sizing': 'border-box',
  border: '2px solid #2f6fed',
  background: 'rgb(47 111 237 / 12%)',
  'pointer-events': 'none',
};

/**
 * A pane of glass over the page, on which somebody points: the page below gets no click, so that teaching it sends no order. Its styles are
 * set one by one and marked as important, which no style sheet of a page is above and no content policy forbids.
 */
export function layGlass(page: Document) {
  const glass = page.createElement('div');
  const box = page.createElement('div');
  style(glass, pane);
  style(box, { ...frame, display: 'none' });
  glass.append(box);
  glass.setAttribute('popover', 'manual');
  // What lies outside a modal dialog cannot be pointed at.
  const modal = Array.from(page.querySelectorAll('dialog:modal')).at(-1);
  (modal ?? page.documentElement).append(glass);
  glass.showPopover();

  return {
    /** What lies below it. */
    at: (x: number, y: number): Element | undefined => elementAt(page, x, y, glass),
    shows(element: Element): void {
      const { left, top, width, height } = boxOf(element);
      style(box, { ...frame, display: 'block', left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    },
    isItself: (target: EventTarget | null): boolean => target === glass,
    remove: (): void => glass.remove(),
  };
}

function style(element: HTMLElement, styles: Styles): void {
  for (const [property, value] of Object.entries(styles)) element.style.setProperty(property, value, 'important');
}

/** Into open shadow roots and frames of the same origin. */
function elementAt(root: DocumentOrShadowRoot, x: number, y: number, glass: Element): Element | undefined {
  const found = root.elementsFromPoint(x, y).find((element) => element !== glass);
  if (found === undefined) return undefined;
  if (found.shadowRoot !== null && found.shadowRoot !== root) {
    const inside = elementAt(found.shadowRoot, x, y, glass);
    return inside === undefined || !found.shadowRoot.contains(inside) ? found : inside;
  }
  const inner = 'contentDocument' in found ? (found as HTMLIFrameElement).contentDocument : null;
  if (inner === null) return found;
  const { left, top } = found.getBoundingClientRect();
  return elementAt(inner, x - left - found.clientLeft, y - top - found.clientTop, glass) ?? found;
}

/** Where an element is on the page as a whole, wherever its frame is. */
function boxOf(element: Element): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  const around = element.ownerDocument.defaultView?.frameElement ?? null;
  if (around === null) return { left, top, width, height };
  const outer = boxOf(around);
  return { left: outer.left + around.clientLeft + left, top: outer.top + around.clientTop + top, width, height };
}

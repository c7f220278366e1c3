import { MOST_NODES } from './limits.ts';
import { isVisible } from './words.ts';

const SMALLEST_TICKET_PX = 150;

type Place = Document | ShadowRoot | Element;

/** A ticket or a page with all that belongs to it: open shadow roots, and frames of the same origin. */
export interface View {
  /** What a selector finds without going deeper, which costs next to nothing. */
  near(selector: string): readonly Element[];
  /** Where a selector finds something first: as the page is written, then in what lies deeper. */
  all(selector: string): readonly Element[];
  /** All places that have to be watched to see it change. */
  places(): readonly Place[];
  /** There is more of it than was looked at. */
  isCut(): boolean;
  /** Something in it lets nobody look in. */
  isClosed(): boolean;
}

export function viewOf(root: Document | Element): View {
  let deep: Depths | undefined;
  const depths = (): Depths => (deep ??= depthsOf(root));
  const near = (selector: string): readonly Element[] => foundIn(root, selector);
  return {
    near,
    all(selector) {
      const found = near(selector);
      if (found.length > 0) return found;
      for (const place of depths().places) {
        const within = foundIn(place, selector);
        if (within.length > 0) return within;
      }
      return [];
    },
    places: () => [root, ...depths().places],
    isCut: () => depths().isCut,
    isClosed: () => depths().isClosed,
  };
}

function foundIn(place: Place, selector: string): readonly Element[] {
  const found = Array.from(place.querySelectorAll(selector));
  // What is looked for may be the ticket itself: some say only there which side they are for.
  return 'matches' in place && place.matches(selector) ? [place, ...found] : found;
}

interface Depths {
  readonly places: readonly Place[];
  readonly isCut: boolean;
  readonly isClosed: boolean;
}

function depthsOf(root: Document | Element): Depths {
  const places: Place[] = [];
  const waiting: Place[] = [root];
  let isClosed = false;
  let seen = 0;

  function enter(element: Element): void {
    if (element.shadowRoot !== null) waiting.push(element.shadowRoot);
    else if (/^i?frame$/i.test(element.tagName)) enterFrame(element as HTMLIFrameElement);
    else if (isShut(element)) isClosed = true;
  }

  function enterFrame(frame: HTMLIFrameElement): void {
    const page = pageOf(frame);
    if (page === null) isClosed ||= hasRoom(frame);
    else if (isVisible(frame)) waiting.push(page);
  }

  for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) {
    if (place !== root) places.push(place);
    if ('shadowRoot' in place) enter(place);
    const walker = (place.ownerDocument ?? place).createTreeWalker(place, NodeFilter.SHOW_ELEMENT);
    while (seen < MOST_NODES && walker.nextNode() !== null) {
      seen += 1;
      enter(walker.currentNode as Element);
    }
  }
  return { places, isCut: seen >= MOST_NODES, isClosed };
}

/** Null where the frame is of another origin. */
function pageOf(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

/** An element of the page's own that shows something, of which there is nothing to be found in the page. */
function isShut(element: Element): boolean {
  return element.localName.includes('-') && !element.hasChildNodes() && hasRoom(element);
}

/** For a ticket: pages have frames of other people all over, and a ticket is in none of the small ones. */
function hasRoom(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width >= SMALLEST_TICKET_PX && height >= SMALLEST_TICKET_PX;
}

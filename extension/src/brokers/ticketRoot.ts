import type { Adapter } from './adapter.ts';
import { type View, viewOf } from './view.ts';
import { isVisible } from './words.ts';

export type NoTicket = 'no_ticket' | 'several_tickets' | 'closed' | 'failed';

/** The ticket the trader is at, or why there is none. Of several, the one with the focus in it or the one that was read before. */
export function ticketIn(adapter: Adapter, page: Document, before?: Element): Element | NoTicket {
  try {
    const view = viewOf(page);
    const roots = rootsIn(adapter, view);
    const [first, ...others] = roots;
    if (first === undefined) return view.isClosed() ? 'closed' : 'no_ticket';
    if (others.length === 0) return first;
    const used = roots.find((root) => root.contains(root.ownerDocument.activeElement));
    return used ?? roots.find((root) => root === before) ?? 'several_tickets';
  } catch {
    return 'failed';
  }
}

/** Deeper places are gone through only where no selector finds anything near. */
function rootsIn({ ticket }: Adapter, view: View): readonly Element[] {
  for (const find of [view.near, view.all]) {
    for (const selector of ticket) {
      const roots = outermost(find(selector).filter(isVisible));
      if (roots.length > 0) return roots;
    }
  }
  return [];
}

/** A ticket in a ticket is one. */
const outermost = (shown: readonly Element[]): readonly Element[] =>
  shown.filter((root) => !shown.some((other) => other !== root && other.contains(root)));

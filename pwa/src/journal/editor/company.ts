import type { DecorationAttrs } from 'prosemirror-view';
import { nameIn } from '../../app/index.ts';

/** How somebody else in a page is told: by a name, and a colour that follows from nothing but chance. */
const COLOURS = 6;

const colourClass = (client: number): string => `here-${client % COLOURS}`;

/** By classes: a page with a strict policy takes no style that is written into it. */
export function cursorOf(user: unknown, client: number): HTMLElement {
  const cursor = document.createElement('span');
  const label = document.createElement('span');
  cursor.className = `cursor ${colourClass(client)}`;
  label.className = 'cursor-name';
  label.textContent = nameIn(user);
  // Without a character of its own before and after, browsers put the caret inside.
  cursor.append('\u2060', label, '\u2060');
  return cursor;
}

export const selectionOf = (_: unknown, client: number): DecorationAttrs => ({ class: `selected ${colourClass(client)}` });
